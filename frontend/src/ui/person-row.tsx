import { Group, Stack, Text } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useInSight } from "./in-sight";
import { PersonAvatar } from "./person";
import classes from "./person-row.module.css";

/** Somebody and their wish, in a list of such. `link` wraps the name: a click anywhere on the row follows it. */
export function PersonRow(props: {
  name?: string | null;
  number?: string | null;
  /** What stands for a face, where it is no person. */
  sign?: Icon;
  /** What stands for the name where there is none. */
  title: string;
  link?: (name: ReactNode) => ReactNode;
  wish?: ReactNode;
  about?: ReactNode;
  aside?: ReactNode;
  actions?: ReactNode;
  current?: boolean;
  /** Not seen to yet. */
  strong?: boolean;
}) {
  const name = <span className={classes.name}>{props.title}</span>;
  const ref = useInSight<HTMLLIElement>(props.current === true);
  return (
    <li ref={ref} className={classes.row} data-current={props.current || undefined}>
      <PersonAvatar name={props.name} number={props.number} sign={props.sign} />
      <Stack gap={2} className={classes.words}>
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <Text fw={props.strong === false ? 400 : 550} truncate component="div">
            {props.link === undefined ? name : props.link(name)}
          </Text>
          {props.aside !== undefined && (
            <Text size="sm" c="dimmed" component="div" className={classes.aside}>
              {props.aside}
            </Text>
          )}
        </Group>
        {props.wish !== undefined && (
          <Text component="div" lineClamp={2}>
            {props.wish}
          </Text>
        )}
        {props.about !== undefined && (
          <Text component="div" size="sm" c="dimmed">
            {props.about}
          </Text>
        )}
      </Stack>
      {props.actions !== undefined && <div className={classes.actions}>{props.actions}</div>}
    </li>
  );
}

/** Rows of people, on one card. */
export function PersonList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  );
}
