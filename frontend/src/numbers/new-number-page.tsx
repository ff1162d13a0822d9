import { Anchor, Button, Card, NativeSelect, Stack, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { PageHeader } from "@/ui/page-header";
import { COUNTRIES, numberFilter, TYPES } from "./filter";
import { ImportList } from "./import-list";
import classes from "./numbers.module.css";
import { OfferList } from "./offer-list";
import type { NumberFilter } from "./queries";
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
  const names = new Intl.DisplayNames(useLocale(), { type: "region" });
  const [area, setArea] = useState(filter.area_code ?? "");
  const [contains, setContains] = useState(filter.contains ?? "");
  const search = (change: Partial<Record<keyof NumberFilter, string>>) =>
    void navigate({
      to: "/numbers/new",
      search: numberFilter({ ...filter, area_code: area, contains, ...change }),
    });
  return (
    <Card component="section">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          search({});
        }}
      >
        <Stack gap="sm">
          <div className={classes.fields}>
            <NativeSelect
              label={words.country}
              value={filter.country}
              data={COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }))}
              onChange={(event) =>
                search({ country: event.currentTarget.value, area_code: "", contains: "" })
              }
            />
            <NativeSelect
              label={words.kind}
              value={filter.type}
              data={TYPES.map((value) => ({ value, label: words[value] }))}
              onChange={(event) => search({ type: event.currentTarget.value, area_code: "" })}
            />
            {filter.country !== "GB" && (
              <TextInput
                label={words.areaCode}
                inputMode="numeric"
                maxLength={3}
                placeholder={filter.type === "toll_free" ? "888" : "415"}
                value={area}
                onChange={(event) => setArea(event.currentTarget.value.replaceAll(/\D/g, ""))}
              />
            )}
          </div>
          <TextInput
            label={words.contains}
            description={words.containsAbout}
            maxLength={16}
            value={contains}
            onChange={(event) =>
              setContains(event.currentTarget.value.replaceAll(/[^0-9A-Za-z*]/g, ""))
            }
          />
          <Button type="submit" variant="default">
            {words.search}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
