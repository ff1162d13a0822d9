import { Table, VisuallyHidden } from "@mantine/core";
import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { day, hour, weekday } from "./dates";
import { insightWords } from "./words";

// What scrolls can be reached with the keyboard.
const FOCUSABLE = { viewportProps: { tabIndex: 0 } };

/** What the chart of days shows, in numbers. */
export function DayTable({ series }: { series: Schema<"TimeSeries"> }) {
  const words = useWords(insightWords);
  const locale = useLocale();
  return (
    <Table.ScrollContainer minWidth={0} maxHeight={420} scrollAreaProps={FOCUSABLE}>
      <Table stickyHeader>
        <VisuallyHidden component="caption">{words.byDay}</VisuallyHidden>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.day}</Table.Th>
            <Table.Th scope="col" ta="end">
              {words.calls}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {words.callsBefore}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {series.points.map((point, i) => (
            <Table.Tr key={point.date}>
              <Table.Th scope="row" fw={400}>
                {day(point.date, locale, { weekday: "short", day: "numeric", month: "long" })}
              </Table.Th>
              <Table.Td ta="end">{point.value.toLocaleString(locale)}</Table.Td>
              <Table.Td ta="end">{series.previous[i]?.value.toLocaleString(locale)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** What the heat map shows, in numbers: hours down, weekdays across. */
export function WeekTable({ week }: { week: Schema<"HeatMapDay">[] }) {
  const words = useWords(insightWords);
  const locale = useLocale();
  return (
    <Table.ScrollContainer minWidth={480} maxHeight={420} scrollAreaProps={FOCUSABLE}>
      <Table stickyHeader>
        <VisuallyHidden component="caption">{words.byHour}</VisuallyHidden>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.hour}</Table.Th>
            {week.map((row, i) => (
              <Table.Th scope="col" ta="end" key={row.weekday}>
                {weekday(i, locale, "short")}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Array.from({ length: 24 }, (_, at) => (
            <Table.Tr key={at}>
              <Table.Th scope="row" fw={400}>
                {hour(at, locale)}
              </Table.Th>
              {week.map((row) => (
                <Table.Td ta="end" key={row.weekday}>
                  {(row.hours[at] ?? 0).toLocaleString(locale)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
