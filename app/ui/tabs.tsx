// Several views of one thing, of which one is seen. For views with their own address use links instead.
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components";

export interface TabView {
  readonly id: string;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

export function Tabs({ label, views }: { readonly label: string; readonly views: readonly TabView[] }) {
  return (
    <AriaTabs>
      <TabList aria-label={label} className="mb-5 flex gap-1 overflow-x-auto border-b border-line">
        {views.map(({ id, label: name }) => (
          <Tab
            key={id}
            id={id}
            className="-mb-px flex min-h-touch cursor-pointer items-center whitespace-nowrap border-b-3 border-transparent px-4 text-ink-soft hover:text-ink aria-selected:border-accent aria-selected:font-semibold aria-selected:text-ink"
          >
            {name}
          </Tab>
        ))}
      </TabList>
      {views.map(({ id, content }) => (
        <TabPanel key={id} id={id}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
