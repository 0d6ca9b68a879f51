type Props = {
  /** Of the question among all, from 0. */
  place: number;
  text: string;
  onGo(place: number): void;
};

/** Leads to a question of the screen; where scripts run, its keys work there at once. */
export function ToQuestion({ place, text, onGo }: Props) {
  return (
    <a
      href={`#question-${place + 1}`}
      onClick={(event) => {
        event.preventDefault();
        onGo(place);
      }}
    >
      {text}
    </a>
  );
}
