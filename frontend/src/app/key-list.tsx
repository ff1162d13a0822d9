import { Kbd, Modal, Table } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { useActiveShortcuts } from "@/ui/shortcuts";
import { appWords } from "./words";

/** What the keys of this page do. */
export default function KeyList({ close }: { close: () => void }) {
  const words = useWords(appWords);
  const shortcuts = useActiveShortcuts();
  const mod = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";
  return (
    <Modal opened onClose={close} title={words.keys}>
      <Table withRowBorders={false}>
        <Table.Tbody>
          {[{ key: `${mod} K`, does: words.palette }, ...shortcuts].map(({ key, does }) => (
            <Table.Tr key={`${key} ${does}`}>
              <Table.Td w={96}>
                {key.split(" ").map((each) => (
                  <Kbd key={each} mr={4}>
                    {each}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
