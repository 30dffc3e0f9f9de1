// Every component in every state, on one page: for those who build and those who check. Its words are samples, in English only.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { FormSamples } from "../ui/style-forms.tsx";
import { DisplaySamples } from "../ui/style-display.tsx";

export const handle: PageHandle = { title: () => "Style" };

export async function loader(args: LoaderFunctionArgs) {
  await openDoor(args, { roles: ["staff", "administrator"] });
  return null;
}

export default function Style() {
  return (
    <Page
      title="Style"
      lead="What pages are made of. Text that stands here is only an example."
      breadcrumbs={[{ label: "Desk", to: "/staff" }]}
    >
      <FormSamples />
      <DisplaySamples />
    </Page>
  );
}
