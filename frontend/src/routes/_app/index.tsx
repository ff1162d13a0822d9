import { createFileRoute } from "@tanstack/react-router";
import { readAhead } from "@/home/ahead";
import { HomePage } from "@/home/home-page";

export const Route = createFileRoute("/_app/")({
  loader: ({ context: { queryClient } }) => {
    readAhead(queryClient);
  },
  component: HomePage,
});
