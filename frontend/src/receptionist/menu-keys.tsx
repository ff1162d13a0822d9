import { Text } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { menuWords } from "./menu-words";
import type { Receptionist } from "./queries";
import classes from "./receptionist.module.css";

/** The keys that callers are offered, to read. */
export function MenuKeys({ menu }: { menu: Receptionist["menu"] }) {
  const words = useWords(menuWords);
  if (menu.length === 0) {
    return <Text>{words.none}</Text>;
  }
  return (
    <>
      <Text>{words.offers}</Text>
      <ul className={classes.questions}>
        {menu.map(({ key, text, does, target, say }) => (
          <li key={key}>
            {words.press(text, key)}{" "}
            <Text span c="dimmed">
              {does === "transfer"
                ? words.leads_transfer(target ?? words.nobody)
                : does === "say"
                  ? words.leads_say(say ?? "")
                  : words[`leads_${does}`]}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
