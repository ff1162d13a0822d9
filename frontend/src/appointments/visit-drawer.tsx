import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { ErrorState, SkeletonList } from "@/ui/states";
import { appointmentQueries } from "./queries";
import { Visit } from "./visit";
import { appointmentWords } from "./words";

/** One visit, beside the calendar. */
export function VisitDrawer({ id, close }: { id: string | undefined; close: () => void }) {
  const words = useWords(appointmentWords);
  return (
    <Drawer
      opened={id !== undefined}
      onClose={close}
      position="right"
      title={words.visit}
      closeButtonProps={{ "aria-label": words.close }}
      transitionProps={{ duration: 150, exitDuration: 0 }}
    >
      {id !== undefined && <Chosen key={id} id={id} />}
    </Drawer>
  );
}

function Chosen({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(appointmentQueries.one(id));
  if (data === undefined) {
    return error === null ? (
      <SkeletonList rows={1} rowHeight={240} />
    ) : (
      <ErrorState error={error} retry={() => void refetch()} />
    );
  }
  return <Visit visit={data} />;
}
