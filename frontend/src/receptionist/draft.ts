import { same } from "@/ui/versioned";
import type { Config, Receptionist } from "./queries";

type Question = Config["intake"][number];

const LONGEST_KEY = 40;

/** What of a receptionist is not edited. */
const FIXED: readonly string[] = [
  "id",
  "is_default",
  "published_version",
  "created_at",
  "updated_at",
] as const satisfies (keyof Receptionist)[];

/** What is edited of a receptionist, and published. */
export function configOf(draft: Receptionist): Config {
  return Object.fromEntries(
    Object.entries(draft).filter(([field]) => !FIXED.includes(field)),
  ) as unknown as Config;
}

/** Whether calls are held with something else than the draft. */
export function isUnpublished(draft: Receptionist, published: Config | undefined): boolean {
  return published === undefined || !same(configOf(draft), published);
}

/** The questions with a name for each answer: what has one keeps it, so that leads stay comparable. */
export function named(questions: Question[]): Question[] {
  const taken = new Set(questions.map(({ key }) => key).filter((key) => key !== ""));
  return questions.map((question) => {
    if (question.key !== "") {
      return question;
    }
    const key = freeKey(question.question, taken);
    taken.add(key);
    return { ...question, key };
  });
}

function freeKey(question: string, taken: Set<string>): string {
  const words = question
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, "")
    .split(" ")
    .filter((word) => word !== "");
  const key = words
    .slice(0, 5)
    .join("_")
    .replace(/^[^a-z]+/, "")
    .slice(0, LONGEST_KEY - 4);
  const base = key === "" ? "question" : key;
  let free = base;
  for (let i = 2; taken.has(free); i++) {
    free = `${base}_${i}`;
  }
  return free;
}
