/** Types of the HTTP contract. Written by hand until contract/openapi.json generates this file. */
import type { Cell, Effects, FigureRow, Kind, RecordPage, RecordRow, Session, Trace } from './types.ts';

type None = { query?: never; header?: never; path?: never; cookie?: never };
type Json<Body> = { headers: { [name: string]: unknown }; content: { 'application/json': Body } };
type Ok<Body> = { 200: Json<Body>; 400: Json<{ refusals: { code: string; message: string }[] }> };
type Scope = { division?: string; year?: number };
type Page = { offset?: number; limit?: number };
type Cells = { [field: string]: Cell };
type OnRecord<Body, Answer> = {
  parameters: { path: { kind: string; id: string }; query?: Scope };
  requestBody: { content: { 'application/json': Body } };
  responses: Ok<Answer>;
};
type Sends<Body, Answer> = {
  parameters: None;
  requestBody: { content: { 'application/json': Body } };
  responses: Ok<Answer>;
};

export interface paths {
  '/api/session': {
    parameters: None;
    get: { parameters: None; responses: Ok<Session> };
    post: Sends<{ name: string; passCode: string }, Session>;
    delete: { parameters: None; responses: Ok<Session> };
  };
  '/api/session/one-time': { parameters: None; post: Sends<{ token: string }, Session> };
  '/api/start': {
    parameters: None;
    post: Sends<
      { townCode: string; townName: string; year: number; userName: string; passCode: string },
      Session
    >;
  };
  '/api/sample': { parameters: None; post: { parameters: None; responses: Ok<{ url: string }> } };
  '/api/kinds': { parameters: None; get: { parameters: None; responses: Ok<Kind[]> } };
  '/api/records/{kind}': {
    parameters: None;
    get: {
      parameters: {
        path: { kind: string };
        query?: Scope &
          Page & {
            q?: string;
            village?: string;
            from?: string;
            to?: string;
            evidenced?: 'yes' | 'no';
            sort?: string;
            desc?: 'yes' | 'no';
          };
      };
      responses: Ok<RecordPage>;
    };
    post: {
      parameters: { path: { kind: string }; query?: Scope };
      requestBody: { content: { 'application/json': { cells: Cells } } };
      responses: { 201: Json<RecordRow>; 400: Json<{ refusals: { code: string; message: string }[] }> };
    };
  };
  '/api/records/{kind}/{id}/effects': { parameters: None; post: OnRecord<{ cells: Cells }, Effects> };
  '/api/records/{kind}/{id}/correct': {
    parameters: None;
    post: OnRecord<
      { version: number; cells: Cells; reason: string; paperId?: string },
      { row: RecordRow; waiting: string | null }
    >;
  };
  '/api/records/{kind}/{id}/void': {
    parameters: None;
    post: OnRecord<{ version: number; reason: string }, { done: true }>;
  };
  '/api/figures': {
    parameters: None;
    get: { parameters: { query?: Scope & { asOf?: string } }; responses: Ok<{ figures: FigureRow[] }> };
  };
  '/api/figures/{code}/trace': {
    parameters: None;
    get: {
      parameters: { path: { code: string }; query?: Scope & Page & { asOf?: string } };
      responses: Ok<Trace>;
    };
  };
}
