import { useQuery } from "@tanstack/react-query";
import { lazy } from "react";
import { api, body } from "@/api/client";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { OfferList } from "./offer-list";
import { staffQueries } from "./queries";
import { receptionistWords } from "./words";

const loadForm = () => late(() => import("./member-form"));
const MemberForm = lazy(loadForm);

/** With whom callers can book. */
export function Staff() {
  const words = useWords(receptionistWords);
  const { data } = useQuery(staffQueries.bookable());
  return (
    <OfferList
      title={words.staff}
      about={words.staffAbout}
      addText={words.addMember}
      items={data}
      queryKey={staffQueries.all}
      ready={loadForm}
      form={(member, close) => <MemberForm member={member} close={close} />}
      remove={({ id }) => body(api.DELETE("/api/v1/staff/{id}", { params: { path: { id } } }))}
    />
  );
}
