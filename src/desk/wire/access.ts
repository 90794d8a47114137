/** GET /me: who is logged in, and whether a login is asked for at all. */
export interface Me {
  editor: string | null;
  login: boolean;
}
