import type { Role } from '#app/features/access/core/role.ts';
import type { DemoPerson, DemoUnit } from './store-corps.ts';

/** Who plays which part in the stories that the product is shown with. */
export interface Part {
  /** As `npm start` prints it. */
  readonly label: string;
  readonly login: string;
  readonly person: DemoPerson;
  readonly role: Role | null;
  /** On which the role is granted. */
  readonly unit: DemoUnit;
  readonly mustChange: boolean;
}

export type PartName =
  | 'learner'
  | 'newcomer'
  | 'examinee'
  | 'companyLeader'
  | 'divisionLeader'
  | 'corpsLeader'
  | 'author'
  | 'secondAuthor'
  | 'examiner'
  | 'administrator';

/** Chooses the parts: learners and leader of the first company of the first division, the others from its headquarters. */
export function castParts(units: readonly DemoUnit[], people: readonly DemoPerson[]): Record<PartName, Part> {
  const corps = units[0]!;
  const division = units.find(({ kind }) => kind === 'division')!;
  const company = units.find(({ kind, key }) => kind === 'company' && key.startsWith(`${division.key}/`))!;
  const [politicalAgency, staff] = units.filter(({ kind, parentKey }) => kind === 'agency' && parentKey === corps.key);
  const of = (unit: DemoUnit) => people.filter((person) => person.unit === unit);
  const others = of(company).slice(2).reverse();
  const isSoldier = ({ position }: DemoPerson) => position === 'Chiến sĩ';
  // In a tiny company there may be fewer than three soldiers.
  const soldiers = [...others.filter(isSoldier), ...others.filter((person) => !isSoldier(person))];
  // In a tiny corps the political agency has two people, or its head alone writes.
  const secondAuthor = of(politicalAgency!)[2] ?? of(politicalAgency!)[0]!;
  const part = (label: string, login: string, person: DemoPerson, role: Role | null = null, unit = corps): Part => ({
    ...{ label, login, person, role, unit },
    mustChange: false,
  });
  return {
    learner: part('Học viên / learner', 'hocvien', soldiers[0]!),
    newcomer: { ...part('Học viên mới / new learner', 'hocvien2', soldiers[1]!), mustChange: true },
    examinee: part('Đang thi / in an exam', 'hocvien3', soldiers[2]!),
    companyLeader: part('Đại đội / company leader', 'daidoi', of(company)[1]!, 'leader', company),
    divisionLeader: part(
      'Sư đoàn / division leader',
      'sudoan',
      of(division)[1] ?? of(division)[0]!,
      'leader',
      division,
    ),
    corpsLeader: part('Quân đoàn / corps leader', 'quandoan', of(corps)[1]!, 'leader', corps),
    author: part('Tác giả / author', 'tacgia', of(politicalAgency!)[1]!, 'author'),
    // Approves what the other one proposes: a change of key wants two.
    secondAuthor: part('Tác giả thứ hai / second author', 'tacgia2', secondAuthor, 'author'),
    examiner: part('Khảo thí / examiner', 'khaothi', of(staff!)[0]!, 'examiner'),
    administrator: part('Quản trị / administrator', 'quantri', of(staff!)[1]!, 'administrator'),
  };
}
