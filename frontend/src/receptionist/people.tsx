import { lazy } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { useVersionedSave, type Resource, type Versioned } from "@/ui/versioned";
import { OfferList } from "./offer-list";
import { receptionistQueries, type Receptionist } from "./queries";
import { receptionistWords } from "./words";

const loadForm = () => late(() => import("./person-form"));
const PersonForm = lazy(loadForm);

interface Props {
  read: Versioned<Receptionist>;
  resource: Resource<Receptionist>;
}

/** To whom callers are handed over who want a person. */
export function People({ read, resource }: Props) {
  const words = useWords(receptionistWords);
  const save = useVersionedSave();
  const people = read.value.transfer_targets;
  return (
    <OfferList
      title={words.people}
      about={words.peopleAbout}
      addText={words.addPerson}
      items={people.map((person, i) => ({ ...person, id: String(i) }))}
      queryKey={receptionistQueries.edited(read.value.id).queryKey}
      detail={(person) =>
        [
          phone(person.number),
          person.expertise,
          words[`reachable_${person.reachable}`],
          person.urgent_only ? words.urgentOnly : undefined,
        ]
          .filter((part) => part != null)
          .join(" · ")
      }
      ready={loadForm}
      form={(person, close) => (
        <PersonForm
          read={read}
          resource={resource}
          index={person === undefined ? people.length : Number(person.id)}
          close={close}
        />
      )}
      removeText={words.removePersonText}
      remove={({ id }) =>
        save(
          resource,
          read.value,
          { transfer_targets: people.filter((_, i) => i !== Number(id)) },
          read.tag,
        )
      }
    />
  );
}
