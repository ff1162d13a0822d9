import { useMutation } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useToast } from "@/ui/toast";
import type { LeadFilter } from "./queries";

/** Fetches the list as a table, signed in as we are, and hands it to the browser to keep. */
export function useDownloadLeads() {
  const toast = useToast();
  return useMutation({
    mutationFn: (filter: LeadFilter) =>
      body(api.GET("/api/v1/leads/export.csv", { params: { query: filter }, parseAs: "blob" })),
    onSuccess: (file) => {
      const address = URL.createObjectURL(file);
      const link = document.createElement("a");
      link.href = address;
      link.download = "leads.csv";
      link.click();
      URL.revokeObjectURL(address);
    },
    onError: (failure) => {
      toast.failed(failure);
    },
  });
}
