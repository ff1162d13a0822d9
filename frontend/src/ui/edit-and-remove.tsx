import { ActionIcon, Group } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useConfirm } from "./confirm";
import { useToast } from "./toast";

/** The pencil and the bin at the end of a row. The bin asks first; what is read again afterwards is `queryKey`. */
export function EditAndRemove(props: {
  edit: { label: string; act: () => void };
  remove: {
    label: string;
    title: string;
    text: string;
    action: string;
    done: string;
    act: () => Promise<unknown>;
  };
  queryKey: QueryKey;
  /** What else can be done, before the two. */
  children?: ReactNode;
}) {
  const { edit, remove } = props;
  const confirm = useConfirm();
  const toast = useToast();
  const queries = useQueryClient();
  const removal = useMutation({
    mutationFn: remove.act,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: props.queryKey });
      toast.done(remove.done);
    },
    onError: toast.failed,
  });
  const ask = async () => {
    const sure = await confirm({
      title: remove.title,
      body: remove.text,
      action: remove.action,
      danger: true,
    });
    if (sure) {
      removal.mutate();
    }
  };
  return (
    <Group gap={4} wrap="nowrap">
      {props.children}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={edit.label}
        onClick={edit.act}
      >
        <IconPencil size={16} stroke={1.5} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={remove.label}
        loading={removal.isPending}
        onClick={() => void ask()}
      >
        <IconTrash size={16} stroke={1.5} />
      </ActionIcon>
    </Group>
  );
}
