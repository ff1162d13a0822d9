import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "@/testing/render";

it("goes to a page by a few letters of its name", async () => {
  const { user } = await renderApp("/");
  await screen.findByRole("heading", { level: 1 });

  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox"), "hom");

  const options = await screen.findAllByRole("option");
  expect(options.map((option) => option.textContent)).toEqual(["HomePage"]);
  expect(screen.getByRole("combobox")).toHaveAttribute(
    "aria-activedescendant",
    options[0]?.id ?? "",
  );
  await user.keyboard("{Enter}");
  await waitFor(() => {
    expect(screen.queryByRole("combobox")).not.toBeInTheDocument();
  });
});

it("shows the keys of the page on a question mark", async () => {
  const { user } = await renderApp("/");
  await screen.findByRole("heading", { level: 1 });

  await user.keyboard("?");

  expect(await screen.findByRole("dialog", { name: "Keys of this page" })).toHaveTextContent(
    "Show the keys",
  );
});
