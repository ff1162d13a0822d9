import { Box, Card, Center, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { InSlices } from "@/ui/states";
import { LanguagePicker } from "@/ui/language-picker";

/** The page around logging in and signing up. */
export function AuthFrame(props: {
  title: string;
  about?: string;
  children: ReactNode;
  below: ReactNode;
}) {
  return (
    <InSlices>
      <Center component="main" mih="100dvh" p="md">
        <title>{`${props.title} · Frontdesk`}</title>
        <Stack w="100%" maw={420} gap="lg">
          <Group gap="xs">
            <img src="/favicon.svg" width={28} height={28} alt="" />
            <Text fw={650} size="lg">
              Frontdesk
            </Text>
          </Group>
          <Box>
            <Title order={1}>{props.title}</Title>
            {props.about !== undefined && (
              <Text c="dimmed" mt={4}>
                {props.about}
              </Text>
            )}
          </Box>
          <Card p="lg">{props.children}</Card>
          <Group justify="space-between">
            <Text c="dimmed">{props.below}</Text>
            <LanguagePicker />
          </Group>
        </Stack>
      </Center>
    </InSlices>
  );
}
