import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ManagersOnly } from "@/auth/managers-only";
import { useWords } from "@/i18n/catalogue";
import { PageHeader } from "@/ui/page-header";
import { ErrorState, SkeletonList } from "@/ui/states";
import { AccountCard } from "./account-card";
import { accountQueries } from "./queries";
import { accountWords } from "./words";

/** The business's own accounts at other companies. */
export function AccountsPage() {
  const words = useWords(accountWords);
  return (
    <ManagersOnly name={words.name}>
      <Accounts />
    </ManagersOnly>
  );
}

function Accounts() {
  const words = useWords(accountWords);
  const accounts = useQuery(accountQueries.list());
  const connected = accounts.data?.filter((account) => account.connected).length;
  return (
    <>
      <PageHeader
        title={connected === undefined ? words.name : words.title(connected)}
        name={words.name}
        about={words.about}
      />
      {accounts.data !== undefined ? (
        <Stack gap="lg" maw={720}>
          {accounts.data.map((account) => (
            <AccountCard key={account.provider} account={account} />
          ))}
        </Stack>
      ) : accounts.isError ? (
        <ErrorState error={accounts.error} retry={() => void accounts.refetch()} />
      ) : (
        <SkeletonList rows={5} rowHeight={152} />
      )}
    </>
  );
}
