// The text of a mail with its links alive, the part behind the "#" included.
import { Fragment } from "react";

export function MailText({ text }: { readonly text: string }) {
  const paragraphs = text.trim().split(/\n{2,}/);
  return (
    <div className="space-y-4 rounded-lg border border-line bg-raised p-5 sm:p-6">
      {paragraphs.map((paragraph, index) => (
        <p key={index} className="max-w-text whitespace-pre-line">
          {withLinks(paragraph).map((part, place) => (
            <Fragment key={place}>{part}</Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}

function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s<>]+[^\s<>.,;:!?])/).map((part, index) =>
    // Why every second part: split keeps what the group caught between the others.
    index % 2 === 1 ? (
      <a href={part} className="link break-all">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
