import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";
import { pages } from "@/api/pages";
import { useToast } from "@/ui/toast";

export type Member = Schema<"Member">;
export type Invitation = Schema<"Invitation">;
export type Role = Member["role"];

/** The roles that may most come first. */
export const ROLES = ["owner", "admin", "member", "viewer"] as const satisfies Role[];

export const teamQueries = {
  all: ["team"] as const,
  members: () =>
    pages([...teamQueries.all, "members"], (cursor, signal) =>
      body(api.GET("/api/v1/team/members", { params: { query: { cursor } }, signal })),
    ),
  invitations: () =>
    pages([...teamQueries.all, "invitations"], (cursor, signal) =>
      body(api.GET("/api/v1/team/invitations", { params: { query: { cursor } }, signal })),
    ),
};

/** Does something to the team and says so; the lists are read again whether it worked or not. */
export function useTeamChange() {
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: ({ change }: { change: () => Promise<unknown>; done: string }) => change(),
    onSuccess: (_, { done }) => {
      toast.done(done);
    },
    onError: (failure) => {
      toast.failed(failure);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: teamQueries.all }),
  });
}
