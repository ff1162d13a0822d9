import { Group, NativeSelect } from "@mantine/core";
import { IconTool } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { PersonRow } from "@/ui/person-row";
import { SoftLink } from "@/ui/soft-link";
import { useToast } from "@/ui/toast";
import { Urgency } from "@/ui/urgency";
import { When } from "@/ui/when";
import { customerQueries, deleteRequest, REQUEST_STATUSES, type ServiceRequest } from "./queries";
import { Strike } from "./strike";
import { customerWords } from "./words";

/** Something that is to be done, and how far that is. */
export function RequestRow({ request }: { request: ServiceRequest }) {
  const words = useWords(customerWords);
  const toast = useToast();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (status: ServiceRequest["status"]) =>
      body(
        api.PATCH("/api/v1/service-requests/{id}", {
          params: { path: { id: request.id } },
          body: { status },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: customerQueries.all });
      toast.saved();
    },
    onError: toast.failed,
  });
  const who = request.name ?? (request.phone == null ? null : phone(request.phone));
  return (
    <PersonRow
      sign={IconTool}
      title={who == null ? request.type : `${request.type} · ${who}`}
      strong={request.status === "open"}
      wish={<span dir="auto">{request.description}</span>}
      aside={<When at={request.created_at} />}
      about={
        <Group gap="xs">
          <Urgency urgency={request.urgency} />
          {request.location != null && <span dir="auto">{request.location}</span>}
          {request.call_id != null && (
            <SoftLink to="/calls/$callId" params={{ callId: request.call_id }}>
              {words.theCall}
            </SoftLink>
          )}
        </Group>
      }
      actions={
        <Group gap="xs" wrap="nowrap">
          <NativeSelect
            size="xs"
            aria-label={words.howFar(request.type)}
            value={request.status}
            disabled={change.isPending}
            data={REQUEST_STATUSES.map((value) => ({ value, label: words[value] }))}
            onChange={({ currentTarget }) => {
              const status = REQUEST_STATUSES.find((one) => one === currentTarget.value);
              if (status !== undefined) {
                change.mutate(status);
              }
            }}
          />
          <Strike
            label={words.strikeOne(request.type)}
            title={words.strikeTitle(request.type)}
            text={words.strikeRequest}
            strike={() => deleteRequest(request.id)}
          />
        </Group>
      }
    />
  );
}
