import { Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { useToast } from "@/ui/toast";
import { uiWords } from "@/ui/words";
import { KeyForm } from "./key-form";
import { MailForm } from "./mail-form";
import { accountQueries, type Account } from "./queries";
import { TwilioForm } from "./twilio-form";
import { accountWords } from "./words";

/** Sets an account in the place of the one before; `then` is done when it is set. */
export function Connect(props: {
  account: Account;
  opened: boolean;
  close: () => void;
  then: () => void;
}) {
  const { account, opened, close } = props;
  const words = useWords(accountWords);
  const common = useWords(uiWords);
  const toast = useToast();
  const queries = useQueryClient();
  const company = words[account.provider];
  const done = async () => {
    await queries.invalidateQueries({ queryKey: accountQueries.all });
    close();
    toast.done(words.connectedTo(company));
    props.then();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={account.connected ? words.replaceOf(company) : words.connectOf(company)}
      closeButtonProps={{ "aria-label": common.close }}
    >
      {account.provider === "twilio" ? (
        <TwilioForm sid={account.account ?? ""} done={done} />
      ) : account.provider === "smtp" ? (
        <MailForm settings={account.settings} done={done} />
      ) : (
        <KeyForm provider={account.provider} done={done} />
      )}
    </Modal>
  );
}
