import { Button, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, body, bodyAndTag, type Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { changes, useVersionedSave, type Resource } from "@/ui/versioned";
import { uiWords } from "@/ui/words";
import { OfferList } from "./offer-list";
import { staffQueries } from "./queries";
import { receptionistWords } from "./words";

type Member = Schema<"StaffMember">;
type Details = Schema<"StaffMemberDetails">;

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
      form={(member, close) => <MemberForm member={member} close={close} />}
      remove={({ id }) => body(api.DELETE("/api/v1/staff/{id}", { params: { path: { id } } }))}
    />
  );
}

function MemberForm({ member, close }: { member: Member | undefined; close: () => void }) {
  const words = useWords(receptionistWords);
  const common = useWords(uiWords);
  const save = useVersionedSave();
  const resource = useMemberResource();
  const form = useApiForm({ name: "staff-member", initialValues: { name: member?.name ?? "" } });
  return (
    <form
      noValidate
      onSubmit={form.send(async (details) => {
        await (member === undefined
          ? body(api.POST("/api/v1/staff", { body: details }))
          : save(resource(member.id), member, changes<Details>(member, details)));
        close();
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput label={words.memberName} data-autofocus {...form.getInputProps("name")} />
        <Button type="submit" loading={form.busy}>
          {common.save}
        </Button>
      </Stack>
    </form>
  );
}

/** Members of staff: how one is read and written, and its fields in words. */
function useMemberResource(): (id: string) => Resource<Details> {
  const words = useWords(receptionistWords);
  return (id) => ({
    read: () => bodyAndTag(api.GET("/api/v1/staff/{id}", { params: { path: { id } } })),
    write: (patch, tag) =>
      bodyAndTag(
        api.PATCH("/api/v1/staff/{id}", {
          params: { path: { id }, header: { "If-Match": tag } },
          body: patch,
        }),
      ),
    show: (_, value) => ({ name: words.memberName, text: value }),
  });
}
