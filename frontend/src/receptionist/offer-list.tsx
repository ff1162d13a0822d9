import { ActionIcon, Button, Card, Group, Modal, Stack, Text, Title } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { Suspense, useId, useState, type ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import { useToast } from "@/ui/toast";
import classes from "./offer-list.module.css";
import { receptionistWords } from "./words";

interface Named {
  id: string;
  name: string;
}

/** A short list of things that are added, edited and removed one by one. */
export function OfferList<Item extends Named>(props: {
  title: string;
  about: string;
  addText: string;
  items: Item[] | undefined;
  queryKey: QueryKey;
  detail?: (item: Item) => ReactNode;
  /** Loads the form, which is fetched once it is needed. */
  ready: () => Promise<unknown>;
  /** The form for one; `close` when it is saved. */
  form: (item: Item | undefined, close: () => void) => ReactNode;
  remove: (item: Item) => Promise<unknown>;
  /** What becomes of what is removed. */
  removeText?: string;
}) {
  const words = useWords(receptionistWords);
  const client = useQueryClient();
  const confirm = useConfirm();
  const toast = useToast();
  const id = useId();
  const [edited, setEdited] = useState<{ item?: Item }>();
  const remove = useMutation({
    mutationFn: props.remove,
    onSuccess: (_, item) => {
      toast.done(words.removed(item.name));
      return client.invalidateQueries({ queryKey: props.queryKey });
    },
    onError: toast.failed,
  });
  const ask = async (item: Item) => {
    const yes = await confirm({
      title: words.removeTitle(item.name),
      body: props.removeText ?? words.removeText,
      action: words.removeAction,
      danger: true,
    });
    if (yes) {
      remove.mutate(item);
    }
  };
  // A dialog sets the focus when it opens: into its form, which must be there by then.
  const open = async (item?: Item) => {
    await props.ready();
    setEdited({ item });
  };
  const close = () => {
    setEdited(undefined);
    void client.invalidateQueries({ queryKey: props.queryKey });
  };
  return (
    <Card component="section" aria-labelledby={id} p="lg">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3" id={id}>
            {props.title}
          </Title>
          <Text c="dimmed">{props.about}</Text>
        </div>
        <ul className={classes.list}>
          {props.items?.map((item) => (
            <li key={item.id} className={classes.item}>
              <div className={classes.text}>
                <Text fw={550}>{item.name}</Text>
                {props.detail !== undefined && (
                  <Text size="sm" c="dimmed">
                    {props.detail(item)}
                  </Text>
                )}
              </div>
              <Group gap={4} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={words.edit(item.name)}
                  onClick={() => void open(item)}
                >
                  <IconPencil size={16} stroke={1.5} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={words.remove(item.name)}
                  onClick={() => void ask(item)}
                >
                  <IconTrash size={16} stroke={1.5} />
                </ActionIcon>
              </Group>
            </li>
          ))}
        </ul>
        <Button
          variant="default"
          style={{ alignSelf: "flex-start" }}
          leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => void open()}
        >
          {props.addText}
        </Button>
      </Stack>
      <Modal
        size="lg"
        opened={edited !== undefined}
        onClose={() => setEdited(undefined)}
        title={edited?.item === undefined ? props.addText : words.edit(edited.item.name)}
      >
        <Suspense>{edited !== undefined && props.form(edited.item, close)}</Suspense>
      </Modal>
    </Card>
  );
}
