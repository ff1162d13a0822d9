import { Button } from "@mantine/core";
import { IconDoorExit } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { session } from "@/auth/session";
import { useWho } from "@/auth/use-session";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import { useToast } from "@/ui/toast";
import { teamWords } from "./words";

/** The way out of the business, for everybody but its last owner. Whoever has left is logged out, too. */
export function Leave() {
  const words = useWords(teamWords);
  const confirm = useConfirm();
  const toast = useToast();
  const business = useWho()?.tenant.name;
  const leave = useMutation({
    mutationFn: () => body(api.DELETE("/api/v1/team/members/me")),
    onSuccess: async () => {
      await session.logOut();
      toast.done(words.left(business ?? ""));
    },
    onError: toast.failed,
  });
  const ask = async () => {
    const sure = await confirm({
      title: words.leaveTitle,
      body: words.leaveBody,
      action: words.leaveAction,
      danger: true,
    });
    if (sure) {
      leave.mutate();
    }
  };
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconDoorExit size={16} stroke={1.5} aria-hidden />}
        loading={leave.isPending}
        onClick={() => void ask()}
      >
        {words.leave}
      </Button>
    </div>
  );
}
