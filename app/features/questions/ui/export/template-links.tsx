import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { en } from '../../messages/export-en.ts';
import { vi } from '../../messages/export-vi.ts';

const formats = ['docx', 'xlsx', 'text', 'csv'] as const;

/** Files from which authors see how each type of question is written. */
export function TemplateLinks() {
  const { template, templatesLead } = useMessages(vi, en);
  return (
    <>
      <p className="mb-3 max-w-prose">{templatesLead}</p>
      <ButtonRow>
        {formats.map((format) => (
          <LinkButton key={format} to={`/author/question-templates/${format}`} reloadDocument>
            {template[format]}
          </LinkButton>
        ))}
      </ButtonRow>
    </>
  );
}
