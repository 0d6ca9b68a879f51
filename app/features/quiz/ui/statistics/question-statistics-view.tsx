import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Figures } from '#app/ui/definition-list.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';
import type { QuestionStatisticsPage, VersionStatistics } from '../../queries/statistics/question-statistics.server.ts';
import { Rendered } from '../rendered.tsx';
import { ChoiceTable } from './choice-table.tsx';
import { FlagList } from './flag-list.tsx';
import { GroupTables } from './group-tables.tsx';
import { PrintButton } from './print-button.tsx';
import { StatisticsFilterForm } from './statistics-filter-form.tsx';
import { useFigures } from './use-figures.ts';

/** One question of a quiz: what each version of it did, who chose what, and how that changed. */
export function QuestionStatisticsView({ page }: { page: QuestionStatisticsPage }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const figures = useFigures();
  const { quiz, question, versions, unitName } = page;
  const attempts = versions.reduce((sum, version) => sum + version.attempts, 0);
  return (
    <Page
      title={words.question.titleOf(question.code)}
      lead={
        <>
          <p>{words.lead(figures.count(attempts), formatDateTime(lang, page.asOf))}</p>
          {unitName && <p>{words.ofUnit(unitName)}</p>}
        </>
      }
      crumbs={[
        { to: '/author/quizzes', label: words.quizzes },
        { to: `/author/quizzes/${quiz.id}`, label: quiz.title },
        { to: `/author/quizzes/${quiz.id}/statistics`, label: words.title },
      ]}
      crumbsLabel={words.crumbs}
      actions={
        <>
          <LinkButton to={`/author/questions/${question.id}`} size="small">
            {words.question.open}
          </LinkButton>
          <PrintButton />
        </>
      }
    >
      <StatisticsFilterForm filter={page.filter} units={page.units} />
      {versions.map((version) => (
        <Version key={version.versionId} version={version} />
      ))}
      <GroupTables
        months={page.months}
        parts={page.unitGroups}
        mean={{ header: words.months.facility, write: figures.fraction, share: (mean) => mean }}
      />
    </Page>
  );
}

function Version({ version }: { version: VersionStatistics }) {
  const words = useMessages(vi, en);
  const figures = useFigures();
  const { items, question } = words;
  return (
    <Section
      title={
        <span className="flex flex-wrap items-center gap-3">
          {question.version(String(version.number))}
          {version.isCurrent && <Tag kind="done">{question.current}</Tag>}
        </span>
      }
    >
      <div className="space-y-6">
        <Rendered html={version.stemHtml} className="max-w-reading" />
        <Figures
          items={[
            { label: items.attempts, value: figures.count(version.attempts) },
            { label: items.facility, value: figures.fraction(version.facility) },
            { label: items.index, value: figures.percent(version.discriminationIndex) },
            { label: items.efficiency, value: figures.percent(version.discriminativeEfficiency) },
            { label: items.sd, value: figures.mark(version.sd) },
          ]}
        />
        <FlagList flags={version.flags} />
        <div className="space-y-4">
          <div>
            <h3 className="text-lg">{question.choices}</h3>
            <p className="text-sm text-muted">{version.parts.length > 0 ? question.choicesLead : question.noChoices}</p>
          </div>
          {version.parts.map((part) => (
            <ChoiceTable key={part.key} part={part} />
          ))}
        </div>
      </div>
    </Section>
  );
}
