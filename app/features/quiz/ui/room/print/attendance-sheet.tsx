import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { printEn } from '../../../messages/print-en.ts';
import { printVi } from '../../../messages/print-vi.ts';
import type { PrintHead, PrintSeat } from '../../../queries/room/print-pages.server.ts';
import { PrintSheet, SignatureLines } from './print-sheet.tsx';

/** Everybody who is to sit, with room to sign on entering and on handing in. */
export function AttendanceSheet({ head, seats }: { head: PrintHead; seats: readonly PrintSeat[] }) {
  const words = useMessages(printVi, printEn);
  const { columns, signatures } = words;
  return (
    <PrintSheet head={head} title={words.attendance} lead={words.attendanceLead}>
      <div className="overflow-x-auto print:overflow-visible">
        <table className="print-table">
          <thead>
            <tr>
              <th scope="col">{columns.number}</th>
              <th scope="col" className="w-[25%]">
                {columns.name}
              </th>
              <th scope="col">{columns.rank}</th>
              <th scope="col" className="w-[17%]">
                {columns.unit}
              </th>
              <th scope="col" className="w-[13%]">
                {columns.signIn}
              </th>
              <th scope="col" className="w-[13%]">
                {columns.signOut}
              </th>
              <th scope="col" className="w-[10%]">
                {columns.note}
              </th>
            </tr>
          </thead>
          <tbody>
            {seats.map((seat) => (
              <tr key={seat.personId} className="h-9">
                <td className="tabular text-center">{seat.number}</td>
                <th scope="row">{seat.fullName}</th>
                <td>{seat.rank}</td>
                <td>{seat.unitName}</td>
                <td />
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-3">
        {seats.length === 0 ? words.nobody : words.people(seats.length)} {signatures.present(signatures.absentBlank)}
      </p>
      <SignatureLines signers={[{ role: signatures.second }, { role: signatures.examiner, name: head.examiner }]} />
    </PrintSheet>
  );
}
