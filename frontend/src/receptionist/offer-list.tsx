import { Button, Card, Modal, Stack, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { Suspense, useId, useState, type ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { EditAndRemove } from "@/ui/edit-and-remove";
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
  const id = useId();
  const [edited, setEdited] = useState<{ item?: Item }>();
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
              <EditAndRemove
                edit={{ label: words.edit(item.name), act: () => void open(item) }}
                remove={{
                  label: words.remove(item.name),
                  title: words.removeTitle(item.name),
                  text: props.removeText ?? words.removeText,
                  action: words.removeAction,
                  done: words.removed(item.name),
                  act: () => props.remove(item),
                }}
                queryKey={props.queryKey}
              />
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
