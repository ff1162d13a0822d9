import { Text } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import type { EditOf } from "@/ui/edit";
import { money } from "@/ui/format";
import { HearGreeting, type Occasion } from "./hear-greeting";
import { LetterPart } from "./letter-part";
import { letterWords } from "./letter-words";
import { MenuKeys } from "./menu-keys";
import { menuWords } from "./menu-words";
import type { Receptionist } from "./queries";
import classes from "./receptionist.module.css";
import { receptionistWords } from "./words";

type Edit = Pick<EditOf<Receptionist, never>, "read" | "resource">;

/** What is read of the letter: how calls begin, what is done on them, and what comes of it. */
export function Letter({ business, ...edit }: { business: string } & Edit) {
  const words = useWords(receptionistWords);
  const letter = useWords(letterWords);
  const menu = useWords(menuWords);
  const draft = edit.read.value;
  return (
    <>
      <LetterPart title={words.opening} form="opening" {...edit}>
        <Opening draft={draft} business={business} />
      </LetterPart>
      <LetterPart title={words.duty} form="duty" {...edit}>
        <Text style={{ whiteSpace: "pre-line" }}>{draft.instructions}</Text>
        {draft.after_hours == null ? (
          <Text c="dimmed">{letter.nothingElse}</Text>
        ) : (
          <>
            <Text fw={550}>{letter.closedDuty}</Text>
            <Text style={{ whiteSpace: "pre-line" }}>{draft.after_hours}</Text>
          </>
        )}
      </LetterPart>
      <LetterPart title={words.intake} form="intake" {...edit}>
        <Questions questions={draft.intake} />
      </LetterPart>
      <LetterPart title={letter.serious} form="serious" {...edit}>
        <Serious draft={draft} />
      </LetterPart>
      <LetterPart title={words.voice} form="voice" {...edit}>
        <Manner draft={draft} />
      </LetterPart>
      <LetterPart title={menu.title} form="menu" {...edit}>
        <MenuKeys menu={draft.menu} />
      </LetterPart>
      <LetterPart title={words.limits} form="limits" {...edit}>
        <Limits limits={draft.limits} />
      </LetterPart>
    </>
  );
}

function Opening({ draft, business }: { draft: Receptionist; business: string }) {
  const letter = useWords(letterWords);
  const { closed, holiday } = draft.greetings;
  return (
    <>
      <Text>{letter.youAre(draft.name, business)}</Text>
      <Greeting of={draft} occasion="open" name={letter.theGreeting} text={draft.greeting} />
      {closed == null ? (
        <Text>{letter.sameClosed}</Text>
      ) : (
        <>
          <Text>{letter.closed}</Text>
          <Greeting of={draft} occasion="closed" name={letter.theClosedGreeting} text={closed} />
        </>
      )}
      {holiday != null && (
        <>
          <Text>{letter.holiday}</Text>
          <Greeting of={draft} occasion="holiday" name={letter.theHolidayGreeting} text={holiday} />
        </>
      )}
      {draft.disclosure != null && (
        <>
          <Text>{letter.besides}</Text>
          <blockquote className={classes.said}>{draft.disclosure}</blockquote>
        </>
      )}
      <Text size="sm" c="dimmed">
        {letter.machine}
      </Text>
    </>
  );
}

function Greeting(props: { of: Receptionist; occasion: Occasion; name: string; text: string }) {
  const letter = useWords(letterWords);
  return (
    <blockquote className={classes.said}>
      {props.text}
      <HearGreeting
        id={props.of.id}
        version="draft"
        occasion={props.occasion}
        label={letter.hear(props.name)}
      />
    </blockquote>
  );
}

function Questions({ questions }: { questions: Receptionist["intake"] }) {
  const letter = useWords(letterWords);
  if (questions.length === 0) {
    return <Text>{letter.asksNothing}</Text>;
  }
  const note = ({ ask, required }: Receptionist["intake"][number]) =>
    [
      ask === "booking" ? letter.askBooking : ask === "message" ? letter.askMessage : undefined,
      required ? undefined : letter.askIfNeeded,
    ]
      .filter((part) => part !== undefined)
      .join(", ");
  return (
    <>
      <Text>{letter.asks}</Text>
      <ul className={classes.questions}>
        {questions.map((question) => (
          <li key={question.key}>
            {question.question}
            {note(question) !== "" && (
              <Text span c="dimmed">
                {` (${note(question)})`}
              </Text>
            )}
            {question.choices.length > 0 && (
              <Text size="sm" c="dimmed">
                {question.choices.join(" · ")}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Serious({ draft }: { draft: Receptionist }) {
  const letter = useWords(letterWords);
  const { emergency, anger, rules } = draft.escalation;
  const anybody = draft.transfer_targets.length > 0;
  const follows = (text?: string | null, target?: string | null, always = false) =>
    [
      text == null ? undefined : letter.youSay(text),
      target == null
        ? always && anybody
          ? letter.youConnectAnybody
          : undefined
        : letter.youConnect(target),
    ]
      .filter((part) => part !== undefined)
      .join(letter.and);
  return (
    <>
      <Text>{letter.seriousAlways}</Text>
      {emergency.words.length > 0 && (
        <Text>
          {letter.seriousWords(emergency.words.join(", "))}{" "}
          {follows(emergency.text, emergency.target, true)}.
        </Text>
      )}
      {rules.map((rule) => (
        <Text key={rule.words.join()}>
          {letter.seriousWords(rule.words.join(", "))} {follows(rule.text, rule.target)}.
        </Text>
      ))}
      {anger.after > 0 && (
        <Text>
          {anger.target == null
            ? letter.calm_call(anger.after)
            : letter.calm_after(anger.after, anger.target)}
        </Text>
      )}
    </>
  );
}

function Manner({ draft }: { draft: Receptionist }) {
  const letter = useWords(letterWords);
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const [usual = "en", ...others] = draft.languages.map((tag) => names.of(tag) ?? tag);
  return (
    <Text>
      {letter[draft.manner.tone]} {letter[draft.manner.pace]}{" "}
      {others.length === 0 ? letter.speaks(usual) : letter.speaksAlso(usual, others.join(", "))}{" "}
      {letter.withVoice(draft.voice)}
    </Text>
  );
}

function Limits({ limits }: { limits: Receptionist["limits"] }) {
  const letter = useWords(letterWords);
  const locale = useLocale();
  return (
    <Text>
      {letter.length(limits.minutes)}
      {limits.spend != null && letter.cost(money(limits.spend, locale))}.
    </Text>
  );
}
