import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { dialled } from "@/ui/dialled";
import { FormProblem } from "@/ui/form-problem";
import { changes, useVersionedSave, type Resource } from "@/ui/versioned";
import { uiWords } from "@/ui/words";
import {
  deleteCustomer,
  readCustomer,
  writeCustomer,
  type Customer,
  type CustomerDetails,
} from "./queries";
import { Strike } from "./strike";
import { customerWords } from "./words";

/** Somebody on the books: entered, or edited. */
export function CustomerForm(props: { customer: Customer | undefined; close: () => void }) {
  const { customer, close } = props;
  const words = useWords(customerWords);
  const common = useWords(uiWords);
  const save = useVersionedSave();
  const resource = useCustomerResource();
  const form = useApiForm({
    name: "customer",
    initialValues: {
      name: customer?.name ?? "",
      number: customer?.number ?? "",
      phone: customer?.phone ?? "",
      email: customer?.email ?? "",
      address: customer?.address ?? "",
      note: customer?.note ?? "",
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.send(async (values) => {
        const number = values.number.trim();
        const details = {
          name: values.name.trim(),
          phone: values.phone.trim() === "" ? null : dialled(values.phone),
          email: values.email.trim() || null,
          address: values.address.trim() || null,
          note: values.note.trim() || null,
        };
        await (customer === undefined
          ? body(api.POST("/api/v1/customers", { body: { ...details, number: number || null } }))
          : save(
              resource(customer.id),
              customer,
              changes<CustomerDetails>(customer, {
                ...details,
                number: number === "" ? customer.number : number,
              }),
            ));
        close();
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput label={words.fullName} data-autofocus {...form.getInputProps("name")} />
        <TextInput
          label={words.number}
          description={customer === undefined ? words.numberHint : undefined}
          {...form.getInputProps("number")}
        />
        <TextInput label={words.phone} type="tel" {...form.getInputProps("phone")} />
        <TextInput label={words.email} type="email" {...form.getInputProps("email")} />
        <TextInput label={words.address} {...form.getInputProps("address")} />
        <Textarea label={words.note} autosize minRows={2} {...form.getInputProps("note")} />
        <Group justify={customer === undefined ? "flex-end" : "space-between"}>
          {customer !== undefined && (
            <Strike
              label={words.strikeOne(customer.name)}
              title={words.strikeTitle(customer.name)}
              text={words.strikeCustomer}
              strike={() => deleteCustomer(customer.id)}
              then={close}
            />
          )}
          <Button type="submit" loading={form.busy}>
            {common.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Customers: how one is read and written, and its fields in words. */
function useCustomerResource(): (id: string) => Resource<CustomerDetails> {
  const words = useWords(customerWords);
  return (id) => ({
    read: () => readCustomer(id),
    write: (patch, tag) => writeCustomer(id, patch, tag),
    show: (field, value) => ({
      name: {
        name: words.fullName,
        number: words.number,
        phone: words.phone,
        email: words.email,
        address: words.address,
        note: words.note,
      }[field],
      text: value ?? "–",
    }),
  });
}
