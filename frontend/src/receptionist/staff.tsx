import { Button, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { uiWords } from "@/ui/words";
import { OfferList } from "./offer-list";
import { staffQueries } from "./queries";
import { receptionistWords } from "./words";

type Member = Schema<"StaffMember">;

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
  const form = useApiForm({ initialValues: { name: member?.name ?? "" } });
  return (
    <form
      noValidate
      onSubmit={form.send(async (details) => {
        await body(
          member === undefined
            ? api.POST("/api/v1/staff", { body: details })
            : api.PATCH("/api/v1/staff/{id}", {
                params: { path: { id: member.id } },
                body: details,
              }),
        );
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
