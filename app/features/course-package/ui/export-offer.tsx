import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { buttonClass } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { largestPackage } from '../core/course-package.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { ExportOffer as Offer } from '../queries/package-export.server.ts';
import { fileSize } from './file-size.ts';
import { PackageCounts, PackageOmissions } from './package-facts.tsx';

/** One state of a course with what its package would hold, and the package itself. */
export function ExportOffer({ courseId, offer, isFirst }: { courseId: string; offer: Offer; isFirst: boolean }) {
  const words = useMessages(vi, en).export;
  const lang = useLang();
  const { of, byteSize, fileName, isTooLarge, manifest } = offer;
  const title = of === 'published' ? words.published(String(manifest.course.revision ?? '')) : words.draft;
  return (
    <Section title={title}>
      <div className="max-w-form space-y-5">
        <PackageCounts counts={manifest.counts} />
        {manifest.notIncluded.length > 0 ? (
          <Notice kind="warning" title={words.notIncluded}>
            <PackageOmissions notIncluded={manifest.notIncluded} />
          </Notice>
        ) : (
          <p>{words.whole}</p>
        )}
        {isTooLarge ? (
          <Notice kind="error" title={words.tooLarge(fileSize(lang, byteSize), fileSize(lang, largestPackage))} />
        ) : (
          <a
            href={`/author/courses/${courseId}/package/file?of=${of}`}
            download={fileName}
            className={buttonClass({ look: isFirst ? 'primary' : 'secondary' })}
          >
            {words.button(fileSize(lang, byteSize))}
          </a>
        )}
      </div>
    </Section>
  );
}
