// The style page's samples of what is filled in and pressed.
import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DateTimeField } from "#app/ui/date-time-field.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { NumberField } from "#app/ui/number-field.tsx";
import { Section } from "#app/ui/page.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SearchField } from "#app/ui/search-field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const bodies = [
  { value: "board", label: "Board of Directors" },
  { value: "fiscal", label: "Fiscal Commission" },
  { value: "electoral", label: "Electoral Commission", isDisabled: true },
];

const people = [
  { value: "1", label: "Adriana Fuentes", description: "Honduras" },
  { value: "2", label: "Benício Prado", description: "Brazil" },
  { value: "3", label: "Blank vote", description: "Takes part without choosing anybody" },
];

const problems = [
  { field: "closes", sentence: "The close must come after the opening." },
  { field: "seats", sentence: "Write a number from 1 to 9." },
];

export function FormSamples() {
  return (
    <>
      <Section title="Buttons">
        <Buttons />
      </Section>
      <Section title="A form">
        <FormProblems problems={problems} />
        <form className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          <div className="space-y-6">
            <TextField
              name="title"
              label="Title"
              description="As members will read it."
              defaultValue="Board election 2026"
              required
            />
            <TextField
              name="email"
              label="E-mail"
              type="email"
              problem="Write the address with an @, like name@example.org."
              defaultValue="ana.example.org"
            />
            <TextField name="handle" label="Handle" readOnly defaultValue="HN-EXAM-LACNIC" />
            <TextArea name="description" label="Description" isOptional rows={3} />
            <Select name="body" label="Body" options={bodies} emptyLabel="Choose one" />
            <NumberField
              name="seats"
              label="Seats"
              problem="Write a number from 1 to 9."
              defaultValue={12}
              min={1}
              max={9}
            />
            <DateTimeField
              name="closes"
              label="Closes"
              defaultValue="2026-05-20T18:00:00Z"
              problem="The close must come after the opening."
            />
          </div>
          <div className="space-y-6">
            <RadioGroup
              name="group"
              label="Group"
              description="How ballots are encrypted."
              defaultValue="ed"
              options={[
                { value: "ed", label: "Ed25519" },
                { value: "belenios", label: "BELENIOS-2048", description: "Verifiable with belenios-tool 2.0" },
              ]}
            />
            <CheckboxGroup name="choices" label="Choose up to 2" isBoxed options={people} defaultValue={["1"]} />
            <RadioGroup
              name="one"
              label="Choose one"
              isBoxed
              options={people}
              problem="Choose one, or the blank vote."
            />
            <Checkbox
              name="agreed"
              label="I keep my backup file in a safe place"
              description="Without it the result may never be known."
            />
          </div>
        </form>
      </Section>
      <Section title="Search">
        <SearchField label="Find an organisation" description="By handle, name or e-mail." name="organization" />
      </Section>
    </>
  );
}

function Buttons() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary">Cast vote for EXAM (4 votes)</Button>
        <Button onClick={() => setOpen(true)}>Open a dialog</Button>
        <Button variant="quiet">Quiet</Button>
        <Button variant="danger">End all sessions</Button>
        <LinkButton to="/">A link</LinkButton>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" isPending>
          Save
        </Button>
        <Button isPending pendingLabel="Encrypting…">
          Save
        </Button>
        <Button disabled>Disabled</Button>
        <Button size="small">Small</Button>
        <Button size="small" variant="quiet">
          Small and quiet
        </Button>
      </div>
      <Dialog
        title="End this session?"
        isOpen={isOpen}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>Keep it</Button>
            <Button variant="danger" onClick={close}>
              End it
            </Button>
          </>
        }
      >
        <p>The device will have to sign in again.</p>
      </Dialog>
    </div>
  );
}
