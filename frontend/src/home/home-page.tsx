import { useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { businessQueries } from "@/business/queries";
import { useWho } from "@/auth/use-session";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { PageHeader } from "@/ui/page-header";
import { EmptyState } from "@/ui/states";
import { homeWords } from "./words";

/** Before the first call. */
export function HomePage() {
  const words = useWords(homeWords);
  const who = useWho();
  const { data: business } = useQuery(businessQueries.profile());
  const { data: numbers } = useQuery({
    queryKey: ["numbers", "first"],
    queryFn: ({ signal }) =>
      body(api.GET("/api/v1/phone-numbers", { params: { query: { limit: 1 } }, signal })),
  });
  const number = numbers?.data[0]?.number;
  return (
    <>
      <PageHeader title={words.title(business?.name ?? who?.tenant.name ?? "")} />
      <EmptyState title={words.empty}>
        {number === undefined ? words.noNumber : words.whenCalled(phone(number))}
      </EmptyState>
    </>
  );
}
