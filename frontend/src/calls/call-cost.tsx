import { Text } from "@mantine/core";
import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { money, time } from "@/ui/format";
import classes from "./calls.module.css";
import { Fact } from "./fact";
import { isGoing, type Call } from "./queries";
import { callWords } from "./words";

type Item = Schema<"CostItem">;

/** What it cost as far as that is known, and for what; what is not known says why. */
export function CallCost({ call }: { call: Call }) {
  const words = useWords(callWords);
  const locale = useLocale();
  const cost = call.cost;
  if (cost == null) {
    return isGoing(call) ? (
      <Text size="sm" c="dimmed">
        {words.costLater}
      </Text>
    ) : null;
  }
  const amount = (micros: number) =>
    money({ amount_micros: micros, currency: cost.currency }, locale);
  const unknown = cost.items.filter((item) => item.amount_micros == null);
  const without = new Intl.ListFormat(locale, { type: "unit" }).format(
    unknown.map((item) => words[item.kind].toLocaleLowerCase(locale)),
  );
  return (
    <dl className={classes.facts}>
      <Fact name={<strong>{words.cost}</strong>}>
        <strong>{cost.amount_micros == null ? words.costNone : amount(cost.amount_micros)}</strong>
      </Fact>
      {cost.amount_micros != null && unknown.length > 0 && (
        <dd className={classes.note}>{words.costWithout(without)}</dd>
      )}
      {cost.items.map((item) => (
        <ItemFact key={`${item.kind} ${item.model ?? ""}`} item={item} amount={amount} />
      ))}
      <dd className={classes.note}>
        {words.costAsOf(time(cost.prices_as_of, "UTC", locale, { dateStyle: "medium" }))}
      </dd>
    </dl>
  );
}

function ItemFact({ item, amount }: { item: Item; amount: (micros: number) => string }) {
  const words = useWords(callWords);
  const tokens = useTokens()(item);
  return (
    <>
      <Fact name={words[item.kind]}>
        {item.amount_micros != null ? (
          amount(item.amount_micros)
        ) : (
          <Text span size="xs" c="dimmed">
            {item.unknown == null ? words.costNone : words[item.unknown]}
          </Text>
        )}
      </Fact>
      {tokens !== "" && <dd className={classes.note}>{tokens}</dd>}
    </>
  );
}

/** What was taken for an item, by kind: "Sound: 600 heard, 1,200 spoken". */
function useTokens(): (item: Item) => string {
  const words = useWords(callWords);
  const locale = useLocale();
  return ({ model, tokens }) => {
    if (tokens == null) {
      return "";
    }
    const number = (count: number) => new Intl.NumberFormat(locale).format(count);
    const kinds = [
      part(words.tokensSound, [
        [tokens.audio_in, words.tokensIn],
        [tokens.audio_cached, words.tokensAgain],
        [tokens.audio_out, words.tokensOut],
      ]),
      part(words.tokensText, [
        [tokens.text_in, words.tokensIn],
        [tokens.text_cached, words.tokensAgain],
        [tokens.text_out, words.tokensOut],
      ]),
    ];
    const sound =
      tokens.audio_ms > 0
        ? new Intl.NumberFormat(locale, {
            style: "unit",
            unit: "second",
            maximumFractionDigits: 0,
          }).format(tokens.audio_ms / 1000)
        : "";
    return [model ?? "", ...kinds, sound].filter((text) => text !== "").join(" · ");

    function part(name: string, counts: [number, (count: string) => string][]): string {
      const known = counts.filter(([count]) => count > 0);
      return known.length === 0
        ? ""
        : `${name} ${known.map(([count, say]) => say(number(count))).join(", ")}`;
    }
  };
}
