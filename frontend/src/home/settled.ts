import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { businessQueries } from "@/business/queries";
import { leadQueries } from "@/leads/queries";
import { messageQueries } from "@/messages/queries";
import { modelQueries } from "@/receptionist/models";
import { setupQueries } from "@/setup/queries";
import { homeQueries } from "./queries";
import { useUpcoming } from "./upcoming";

/** Whether all that home shows is read, or cannot be: then it appears at once, and nothing jumps. */
export function useSettled(): boolean {
  const pending = [
    useQuery(businessQueries.profile()).isPending,
    useQuery(setupQueries.steps()).isPending,
    useInfiniteQuery(messageQueries.list({ status: "open" })).isPending,
    useInfiniteQuery(leadQueries.list({ status: "new" })).isPending,
    useQuery(modelQueries.notices()).isPending,
    useUpcoming().isPending,
    useQuery(homeQueries.active()).isPending,
    useQuery(homeQueries.week()).isPending,
    useQuery(homeQueries.days()).isPending,
  ];
  return !pending.includes(true);
}
