import type { QueryClient } from "@tanstack/react-query";
import { ahead } from "@/api/ahead";
import { serviceQueries } from "@/appointments/services";
import { leadQueries } from "@/leads/queries";
import { messageQueries } from "@/messages/queries";
import { modelQueries } from "@/receptionist/models";
import { setupQueries } from "@/setup/queries";
import { homeQueries } from "./queries";
import { upcoming } from "./upcoming";

/** Sends for all that home shows, while the frame around it is still being drawn. */
export function readAhead(queries: QueryClient) {
  ahead(
    () => queries.query(setupQueries.steps()),
    () => queries.infiniteQuery(messageQueries.list({ status: "open" })),
    () => queries.infiniteQuery(leadQueries.list({ status: "new" })),
    () => queries.query(modelQueries.notices()),
    () => queries.query(upcoming(new Date())),
    () => queries.query(serviceQueries.services()),
    () => queries.query(homeQueries.active()),
    () => queries.query(homeQueries.week()),
    () => queries.query(homeQueries.days()),
  );
}
