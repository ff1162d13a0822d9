import { Button, Checkbox, Divider, Stack, TextInput } from "@mantine/core";
import { api, body, bodyAndTag, type Schema } from "@/api/client";
import { WEEK, weekday } from "@/business/hours";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { AddHours, Intervals } from "@/settings/intervals";
import classes from "@/settings/intervals.module.css";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { changes, useVersionedSave, type Resource } from "@/ui/versioned";
import { uiWords } from "@/ui/words";
import { offerWords } from "./offer-words";
import { TimeOff } from "./time-off";
import { receptionistWords } from "./words";

type Member = Schema<"StaffMember">;
type Details = Schema<"StaffMemberDetails">;

const OFFICE_DAY = [{ opens: "09:00", closes: "17:00" }];
const OFFICE_HOURS = {
  monday: OFFICE_DAY,
  tuesday: OFFICE_DAY,
  wednesday: OFFICE_DAY,
  thursday: OFFICE_DAY,
  friday: OFFICE_DAY,
  saturday: [],
  sunday: [],
};

/** Somebody with whom callers can book: added, or edited. */
export default function MemberForm({
  member,
  close,
}: {
  member: Member | undefined;
  close: () => void;
}) {
  const words = useWords(receptionistWords);
  const offer = useWords(offerWords);
  const common = useWords(uiWords);
  const locale = useLocale();
  const save = useVersionedSave();
  const resource = useMemberResource();
  const form = useApiForm({
    name: "staff-member",
    initialValues: {
      name: member?.name ?? "",
      own: member?.hours != null,
      hours: member?.hours ?? OFFICE_HOURS,
    },
  });
  const { own, hours } = form.getValues();
  const hoursOf = (day: (typeof WEEK)[number], i: number) => ({
    form,
    path: `hours.${day}`,
    day: weekday(i, locale, "long"),
    intervals: hours[day],
  });
  return (
    <Stack gap="sm">
      <form
        noValidate
        onSubmit={form.send(async (said) => {
          const details = { name: said.name, hours: said.own ? said.hours : null };
          await (member === undefined
            ? body(api.POST("/api/v1/staff", { body: details }))
            : save(resource(member.id), member, changes<Details>(member, details)));
          close();
        })}
      >
        <Stack gap="sm">
          <FormProblem problem={form.problem} />
          <TextInput label={words.memberName} data-autofocus {...form.getInputProps("name")} />
          <Checkbox
            label={offer.ownHours}
            description={offer.ownHoursHint}
            {...form.getInputProps("own", { type: "checkbox" })}
          />
          {own && (
            <div>
              {WEEK.map((day, i) => (
                <div
                  key={day}
                  className={classes.day}
                  role="group"
                  aria-label={weekday(i, locale, "long")}
                >
                  <span className={classes.name}>{weekday(i, locale, "long")}</span>
                  <Intervals {...hoursOf(day, i)} />
                  <AddHours {...hoursOf(day, i)} />
                </div>
              ))}
            </div>
          )}
          <Button type="submit" loading={form.busy}>
            {common.save}
          </Button>
        </Stack>
      </form>
      {member !== undefined && (
        <>
          <Divider />
          <TimeOff staffId={member.id} />
        </>
      )}
    </Stack>
  );
}

/** Members of staff: how one is read and written, and its fields in words. */
function useMemberResource(): (id: string) => Resource<Details> {
  const words = useWords(receptionistWords);
  const offer = useWords(offerWords);
  const locale = useLocale();
  return (id) => ({
    read: () => bodyAndTag(api.GET("/api/v1/staff/{id}", { params: { path: { id } } })),
    write: (patch, tag) =>
      bodyAndTag(
        api.PATCH("/api/v1/staff/{id}", {
          params: { path: { id }, header: { "If-Match": tag } },
          body: patch,
        }),
      ),
    show: (field, value) => ({
      name: field === "name" ? words.memberName : offer.hoursOf,
      text:
        value != null && typeof value === "object"
          ? WEEK.flatMap((day, i) =>
              value[day].map(
                ({ opens, closes }) => `${weekday(i, locale, "short")} ${opens}–${closes}`,
              ),
            ).join(", ")
          : (value ?? words.empty),
    }),
  });
}
