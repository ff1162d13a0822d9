import { Button, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { businessQueries } from "@/business/queries";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { when } from "@/ui/format";
import { TalkToIt } from "@/talk/talk-to-it";
import { PageHeader } from "@/ui/page-header";
import { EmptyState, ErrorState, SkeletonList } from "@/ui/states";
import type { Versioned } from "@/ui/versioned";
import { useNow } from "@/ui/when";
import { useZone } from "@/ui/zone";
import classes from "./receptionist.module.css";
import { isUnpublished } from "./draft";
import { ModelNotices } from "./model-notices";
import { usePublish } from "./publish";
import { receptionistQueries, type Receptionist } from "./queries";
import { useDraft } from "./resource";
import { DutySection, IntakeSection, OpeningSection } from "./sections";
import { Services } from "./services";
import { Staff } from "./staff";
import { Versions } from "./versions";
import { VoiceSection } from "./voice-section";
import { receptionistWords } from "./words";

/** Who answers the phone, and how: what is edited, and what callers hear. */
export function ReceptionistPage() {
  const words = useWords(receptionistWords);
  const usual = useQuery(receptionistQueries.usual());
  if (typeof usual.data === "string") {
    return <OfReceptionist id={usual.data} />;
  }
  return (
    <>
      <PageHeader title={words.name} />
      {usual.data === null ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : usual.isError ? (
        <ErrorState error={usual.error} retry={() => void usual.refetch()} />
      ) : (
        <SkeletonList rows={3} rowHeight={260} />
      )}
    </>
  );
}

function OfReceptionist({ id }: { id: string }) {
  const words = useWords(receptionistWords);
  const edited = useQuery(receptionistQueries.edited(id));
  if (edited.data !== undefined) {
    return <Letter read={edited.data} />;
  }
  return (
    <>
      <PageHeader title={words.name} />
      {edited.isError ? (
        <ErrorState error={edited.error} retry={() => void edited.refetch()} />
      ) : (
        <SkeletonList rows={3} rowHeight={260} />
      )}
    </>
  );
}

/** The page as a letter to a new employee. */
function Letter({ read }: { read: Versioned<Receptionist> }) {
  const words = useWords(receptionistWords);
  const { id } = read.value;
  const locale = useLocale();
  const zone = useZone();
  const now = useNow();
  const { data: business } = useQuery(businessQueries.profile());
  const { data: versions } = useQuery(receptionistQueries.versions(id));
  const resource = useDraft(id);
  // What the forms are made from anew once the draft was replaced under them.
  const [restored, setRestored] = useState<Versioned<Receptionist>>();
  const opened = restored ?? read;
  const current = versions?.[0];
  const unpublished = versions !== undefined && isUnpublished(read.value, current?.config);
  const publish = usePublish(id);
  return (
    <>
      <PageHeader
        title={words.title(read.value.name, business?.name ?? "")}
        name={words.name}
        about={
          unpublished
            ? words.draft
            : current !== undefined && words.live(when(current.published_at, now, zone, locale))
        }
        actions={
          <Button
            disabled={!unpublished}
            loading={publish.isPending}
            onClick={() => publish.mutate()}
          >
            {words.publish}
          </Button>
        }
      />
      <div className={classes.phone}>
        <TalkToIt
          receptionist={id}
          language={read.value.languages[0] ?? "en"}
          hasDraft={unpublished}
        />
      </div>
      <Stack gap="lg" maw={640} key={restored?.tag}>
        <ModelNotices id={id} />
        <OpeningSection read={opened} resource={resource} />
        <DutySection read={opened} resource={resource} />
        <IntakeSection read={opened} resource={resource} />
        <VoiceSection read={opened} resource={resource} />
        <Services />
        <Staff />
        {versions !== undefined && (
          <Versions id={id} versions={versions} onRestored={setRestored} />
        )}
      </Stack>
    </>
  );
}
