import { Anchor, Button, Card, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { PageHeader } from "@/ui/page-header";
import { COUNTRIES, numberFilter, TYPES } from "./filter";
import { ImportList } from "./import-list";
import classes from "./numbers.module.css";
import { OfferList } from "./offer-list";
import { numberQueries, type NumberFilter } from "./queries";
import { numberWords } from "./words";

/** Which number should people call? */
export function NewNumberPage({ filter }: { filter: NumberFilter }) {
  const words = useWords(numberWords);
  return (
    <>
      <Anchor className={classes.back} renderRoot={(props) => <Link to="/numbers" {...props} />}>
        {words.back}
      </Anchor>
      <PageHeader title={words.newTitle} name={words.get} about={words.newAbout} />
      <div className={classes.columns}>
        <Stack gap="lg">
          <SearchForm key={JSON.stringify(filter)} filter={filter} />
          <OfferList filter={filter} />
        </Stack>
        <ImportList />
      </div>
    </>
  );
}

function SearchForm({ filter }: { filter: NumberFilter }) {
  const words = useWords(numberWords);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const names = new Intl.DisplayNames(useLocale(), { type: "region" });
  const { area_code = "", contains = "", ...kind } = filter;
  const form = useApiForm({ name: "number-search", initialValues: { area_code, contains } });
  const show = (wanted: Record<string, string>) =>
    navigate({ to: "/numbers/new", search: numberFilter(wanted) });
  const search = form.send(async (typed) => {
    const wanted = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ""));
    await queries.query(numberQueries.available({ ...kind, ...wanted }));
    await show({ ...kind, ...wanted });
  });
  return (
    <Card component="section">
      <form role="search" noValidate onSubmit={search}>
        <Stack gap="sm">
          <FormProblem problem={form.problem} />
          <div className={classes.fields}>
            <NativeSelect
              label={words.country}
              value={filter.country}
              data={COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }))}
              onChange={(event) => void show({ ...kind, country: event.currentTarget.value })}
            />
            <NativeSelect
              label={words.kind}
              value={filter.type}
              data={TYPES.map((value) => ({ value, label: words[value] }))}
              onChange={(event) =>
                void show({
                  ...kind,
                  contains: form.getValues().contains,
                  type: event.currentTarget.value,
                })
              }
            />
            {filter.country !== "GB" && (
              <TextInput
                label={words.areaCode}
                inputMode="numeric"
                maxLength={3}
                placeholder={filter.type === "toll_free" ? "888" : "415"}
                {...form.getInputProps("area_code")}
                onChange={(event) =>
                  form.setFieldValue("area_code", event.currentTarget.value.replaceAll(/\D/g, ""))
                }
              />
            )}
          </div>
          <TextInput
            label={words.contains}
            description={words.containsAbout}
            maxLength={16}
            {...form.getInputProps("contains")}
          />
          <Button type="submit" variant="default">
            {words.search}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
