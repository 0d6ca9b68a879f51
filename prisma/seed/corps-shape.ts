/** How wide the tree of the corps is at each level. */
export interface Shape {
  readonly corpsAgencies: number;
  readonly divisionAgencies: number;
  /** Per division; without any, companies stand under the division itself. */
  readonly regiments: number;
  readonly regimentAgency: boolean;
  /** Per regiment; without any, companies stand under the regiment itself. */
  readonly battalions: number;
  /** Per battalion. */
  readonly companies: number;
  readonly brigadeAgency: boolean;
  readonly brigadeBattalions: number;
  readonly brigadeCompanies: number;
}

const smallest: Shape = {
  corpsAgencies: 2,
  divisionAgencies: 0,
  regiments: 0,
  regimentAgency: false,
  battalions: 0,
  companies: 1,
  brigadeAgency: false,
  brigadeBattalions: 0,
  brigadeCompanies: 1,
};

/** Up to how many people each shape serves. The one for 3,000 has about 150 units. */
const shapes: readonly (readonly [number, Shape])[] = [
  [100, smallest],
  [250, { ...smallest, companies: 2 }],
  [700, { ...smallest, corpsAgencies: 3, divisionAgencies: 1, regiments: 2, companies: 2, brigadeCompanies: 2 }],
  [
    2000,
    {
      ...smallest,
      corpsAgencies: 4,
      divisionAgencies: 2,
      regiments: 2,
      battalions: 2,
      companies: 2,
      brigadeAgency: true,
      brigadeBattalions: 2,
      brigadeCompanies: 2,
    },
  ],
];

const full: Shape = {
  corpsAgencies: 4,
  divisionAgencies: 3,
  regiments: 3,
  regimentAgency: true,
  battalions: 2,
  companies: 3,
  brigadeAgency: true,
  brigadeBattalions: 3,
  brigadeCompanies: 3,
};

/** From 10,000 people on there are more and larger companies: 30,000 people stand in about 300 units. */
const large: Shape = { ...full, battalions: 4, companies: 4, brigadeBattalions: 4, brigadeCompanies: 4 };

/** The shape of a corps for this many people. */
export function shapeFor(people: number): Shape {
  return shapes.find(([most]) => people < most)?.[1] ?? (people < 10_000 ? full : large);
}
