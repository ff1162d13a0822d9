import { Group, Text, Title, type MantineSpacing } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWide } from "./wide";

/** The name of what is shown beside its list; the page's own title where it stands alone. */
export function DetailTitle({ id, children }: { id: string; children: string }) {
  const wide = useWide();
  return (
    <>
      {!wide && <title>{`${children} · Frontdesk`}</title>}
      <Title order={wide ? 2 : 1} size="h2" id={id}>
        {children}
      </Title>
    </>
  );
}

/** The heading of a part of it, one step below. */
export function PartTitle({ children, mb }: { children: ReactNode; mb?: MantineSpacing }) {
  const wide = useWide();
  return (
    <Title order={wide ? 3 : 2} size="h3" mb={mb}>
      {children}
    </Title>
  );
}

/** The way back to the list, where it is not beside. `link` makes the link. */
export function BackToList(props: { link: (words: ReactNode) => ReactNode; children: string }) {
  const wide = useWide();
  if (wide) {
    return null;
  }
  return (
    <Text component="div" size="sm">
      {props.link(
        <Group gap={4} component="span">
          <IconArrowLeft size={16} stroke={1.5} aria-hidden />
          {props.children}
        </Group>,
      )}
    </Text>
  );
}
