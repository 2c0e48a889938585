/** The township whose roll is meant. */
export interface Place {
  readonly countyId: number;
  readonly divisionId: string;
}
