// The style page's samples of what is read.
import { Badge } from "#app/ui/badge.tsx";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Code } from "#app/ui/code.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Column } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

interface Member {
  readonly handle: string;
  readonly name: string;
  readonly category: string;
  readonly votes: number;
  readonly isEntitled: boolean;
}

const members: Member[] = [
  { handle: "HN-EXAM-LACNIC", name: "Redes del Ejemplo S. de R. L.", category: "Medium", votes: 4, isEntitled: true },
  { handle: "BR-DEMO-LACNIC", name: "Provedor Demonstração Ltda.", category: "Small", votes: 2, isEntitled: true },
  { handle: "UY-PRUE-LACNIC", name: "Universidad de Prueba", category: "Micro", votes: 1, isEntitled: false },
];

const columns: Column<Member>[] = [
  { key: "name", header: "Organisation", cell: ({ name }) => name },
  { key: "handle", header: "Handle", cell: ({ handle }) => <span className="font-mono">{handle}</span> },
  { key: "category", header: "Category", cell: ({ category }) => category },
  { key: "votes", header: "Votes", align: "end", cell: ({ votes }) => votes },
  {
    key: "state",
    header: "State",
    cell: ({ isEntitled }) => (isEntitled ? <Badge tone="success">May vote</Badge> : <Badge tone="danger">Owes</Badge>),
  },
  {
    key: "actions",
    header: "Actions",
    isHeaderHidden: true,
    align: "end",
    cell: () => <Button size="small">Edit</Button>,
  },
];

export function DisplaySamples() {
  return (
    <>
      <Section title="Messages">
        <div className="space-y-3">
          <Panel tone="info" title="Voting closes soon">
            The box closes on <Instant at="2026-05-20T18:00:00Z" />.
          </Panel>
          <Panel tone="success" title="Your vote is in the box">
            Keep the tracker.
          </Panel>
          <Panel tone="warning">Your vote is not cast yet.</Panel>
          <Panel tone="danger" title="The file is broken">
            Line 41 has five columns; seven are needed.
          </Panel>
          <StatusMessage>Saved.</StatusMessage>
          <p className="flex flex-wrap gap-2">
            <Badge>Draft</Badge> <Badge tone="info">Sealed</Badge> <Badge tone="success">Open</Badge>{" "}
            <Badge tone="warning">Counting</Badge> <Badge tone="danger">Stopped</Badge>
          </p>
        </div>
      </Section>
      <Section title="Steps and progress">
        <div className="space-y-6">
          <Steps label="Voting" current={1} steps={["Choose", "Review", "Cast", "Tracker"]} />
          <ProgressBar label="Making the voting codes" value={431} max={1200} valueText="431 of 1,200" />
          <ProgressBar label="Encrypting" />
        </div>
      </Section>
      <Section title="Figures and chart">
        <Numbers />
      </Section>
      <Section title="Table">
        <Table caption="Members on 1 May 2026" columns={columns} rows={members} rowKey={({ handle }) => handle} />
        <Pagination page={2} pageCount={14} />
      </Section>
      <Section title="Cards, facts and tabs">
        <Things />
      </Section>
    </>
  );
}

function Numbers() {
  const { number, percent } = useFormats();
  return (
    <div className="space-y-8">
      <Figures>
        <Figure label="Organisations that voted" value={number(1504)} note={`of ${number(7415)} entitled`} />
        <Figure label="Turnout" value={percent(1504 / 7415)} />
        <Figure label="Votes" value={number(7073)} />
      </Figures>
      <BarChart
        caption="Electoral Commission, three seats"
        labelHeader="Candidate"
        valueHeader="Votes"
        shareHeader="Share"
        bars={[
          { label: "Adriana Fuentes", value: 1668, isHighlighted: true, note: <Badge tone="success">Elected</Badge> },
          { label: "Benício Prado", value: 1426, isHighlighted: true, note: <Badge tone="success">Elected</Badge> },
          { label: "Carla Quiroga", value: 759 },
          { label: "Blank", value: 248 },
        ]}
      />
    </div>
  );
}

function Things() {
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Card
        title="Board election 2026"
        level={3}
        to="/elections"
        aside={<Badge tone="success">Open</Badge>}
        footer={<TextLink to="/verify">How to verify</TextLink>}
      >
        Three seats, six candidates.
      </Card>
      <EmptyState title="No mandates yet" action={<Button>Give a mandate</Button>}>
        Mandates that your organisation gives or receives appear here.
      </EmptyState>
      <DefinitionList
        entries={[
          { term: "Tracker", description: <Code value="pLqM8bRk0nVj6JvY2mWcQ4sXfT1aZ9eH" label="tracker" /> },
          { term: "Opened", description: <Instant at="2026-05-13T18:00:00Z" /> },
          { term: "Roll of", description: <Instant at="2026-05-01T00:00:00Z" precision="day" /> },
        ]}
      />
      <Tabs
        label="Views"
        views={[
          { id: "roll", label: "Roll", content: "The roll." },
          { id: "box", label: "Ballot box", content: "The box." },
          { id: "keys", label: "Keys", content: "The keys." },
        ]}
      />
    </div>
  );
}
