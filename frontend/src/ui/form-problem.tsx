import { Alert } from "@mantine/core";

/** What a form's sending failed of, where no field can show it. */
export function FormProblem({ problem }: { problem: string | undefined }) {
  return problem === undefined ? null : (
    <Alert color="red" variant="light" role="alert">
      {problem}
    </Alert>
  );
}
