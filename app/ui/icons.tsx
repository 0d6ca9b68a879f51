import type { ReactNode } from 'react';

/** Drawn on a 20 x 20 grid in the colour of the text beside them. Always beside a word: they are hidden from screen readers. */
export type IconProps = { className?: string };
export type Icon = (props: IconProps) => ReactNode;

function Drawn({ className = 'h-5 w-5', isFilled, children }: IconProps & { isFilled?: boolean; children: ReactNode }) {
  return (
    <svg className={`icon${isFilled ? ' icon-filled' : ''} ${className}`} viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  );
}

export const CheckIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="m4 10.5 4 4 8-9" />
  </Drawn>
);
export const CheckCircleIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM6.5 10.3l2.5 2.5 4.5-5" />
  </Drawn>
);
export const CrossIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="m5 5 10 10M15 5 5 15" />
  </Drawn>
);
export const CrossCircleIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM7.3 7.3l5.4 5.4m0-5.4-5.4 5.4" />
  </Drawn>
);
export const WarningIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M10 2.8 18 17H2L10 2.8Zm0 5.2v4m0 2.4v.1" />
  </Drawn>
);
export const InfoIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM10 9v5m0-7.9V6" />
  </Drawn>
);
export const ClockIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM10 5.8V10l3 2" />
  </Drawn>
);
export const CircleIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z" />
  </Drawn>
);
export const HalfIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z" />
    <path d="M10 2.5a7.5 7.5 0 0 1 0 15Z" fill="currentColor" stroke="none" />
  </Drawn>
);
export const MinusCircleIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM6.5 10h7" />
  </Drawn>
);
export const StarIcon: Icon = (props) => (
  <Drawn {...props} isFilled>
    <path d="m10 2.2 2.4 5 5.4.7-4 3.8 1 5.4-4.8-2.6-4.8 2.6 1-5.4-4-3.8 5.4-.7L10 2.2Z" />, true
  </Drawn>
);
export const FlagIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M5 17.5v-15m0 1h9.5l-2 3.5 2 3.5H5" />
  </Drawn>
);
export const ArrowRightIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M3.5 10h13m-5-5 5 5-5 5" />
  </Drawn>
);
export const ArrowLeftIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M16.5 10h-13m5-5-5 5 5 5" />
  </Drawn>
);
export const ChevronRightIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="m7.5 4.5 5.5 5.5-5.5 5.5" />
  </Drawn>
);
export const ChevronDownIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="m4.5 7.5 5.5 5.5 5.5-5.5" />
  </Drawn>
);
export const SortUpIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M10 16V4.5m-4.5 4L10 4l4.5 4.5" />
  </Drawn>
);
export const SortDownIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M10 4v11.5m-4.5-4L10 16l4.5-4.5" />
  </Drawn>
);
export const SortIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M6.5 8 10 4.5 13.5 8m0 4L10 15.5 6.5 12" />
  </Drawn>
);
export const MenuIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M3 5.5h14M3 10h14M3 14.5h14" />
  </Drawn>
);
export const DownloadIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M10 3v10m-4-4 4 4 4-4M3.5 16.5h13" />
  </Drawn>
);
export const PrintIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M6 7.5V3h8v4.5M6 14H3V7.5h14V14h-3m-8-2h8v5H6v-5Z" />
  </Drawn>
);
export const PlusIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M10 4v12M4 10h12" />
  </Drawn>
);
export const PencilIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="m3.5 16.5.8-3.7L13.5 3.5l3 3L7.2 15.7l-3.7.8Z" />
  </Drawn>
);
export const TrashIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M3.5 5.5h13M8 5V3h4v2M5.5 5.5l.7 11.5h7.6l.7-11.5M8.5 9v4.5m3-4.5v4.5" />
  </Drawn>
);
export const SearchIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M14 8.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Zm-1.5 4 4.5 4.5" />
  </Drawn>
);
export const OfflineIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="m3 3 14 14M6 9.2a7 7 0 0 0-2 1.3m6-3.4a9 9 0 0 1 7 2.9M2.5 7a12 12 0 0 1 2-1.3M8.3 4.2A12 12 0 0 1 17.5 7M7.8 13.3a3.2 3.2 0 0 1 4.4 0M10 16.4v.1" />
  </Drawn>
);
export const PersonIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M13 6.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM3.5 17c.4-3.6 3-5.5 6.5-5.5s6.1 1.9 6.5 5.5" />
  </Drawn>
);
export const BookIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M10 5.2C8.3 3.9 6 3.5 3 3.5v11.5c3 0 5.3.4 7 1.7 1.7-1.3 4-1.7 7-1.7V3.5c-3 0-5.3.4-7 1.7Zm0 0v11.5" />
  </Drawn>
);
export const SpinnerIcon: Icon = (props) => (
  <Drawn {...props}>
    <path d="M10 2.5a7.5 7.5 0 1 0 7.5 7.5" />
  </Drawn>
);
