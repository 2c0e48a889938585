/** Generated from contract/openapi.json by npm run generate; not edited by hand. */
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, where, and what day it is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Signs in with name and pass code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        passCode: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        /** Signs out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/one-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in the owner of this machine */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** First use: town, year, first user */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        townCode: string;
                        townName: string;
                        year: number;
                        userName: string;
                        passCode: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens the sample township beside this one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record, or in a stretch of days, newest first */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    offset?: number | null;
                    limit?: number;
                    record?: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            lines: components["schemas"]["LogLine"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/by-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What one colleague did: for the auditor, with a reason, and logged */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        reason: string;
                        /** Format: date */
                        from?: string;
                        /** Format: date */
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            lines: components["schemas"]["LogLine"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goes along the chain of every county and names what does not fit */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            checked: number;
                            range: {
                                countyId: number;
                                seq: number;
                                hash: string;
                            }[];
                            findings: {
                                countyId: number;
                                /** @enum {string} */
                                code: "altered" | "missing" | "gap" | "unsealed";
                                seq: number | null;
                                eventId: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Backups in the data folder, newest first, and how old the last one is */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: components["schemas"]["BackupStatus"];
                            backups: components["schemas"]["Backup"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Makes a backup under a pass phrase and restores it on trial */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        passphrase: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            bytes: number;
                            text: string;
                            drill: components["schemas"]["BackupDrill"];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How old the last backup is, for the line on every page */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BackupStatus"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Papers, log and records against what was written */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Verdict"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A backup to take to another disk */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups/{name}/drill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restores a backup beside the live data, compares and removes it */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        passphrase?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BackupDrill"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The auditor's tests over a year: how much was checked, what was found, what was decided */
        get: {
            parameters: {
                query: {
                    division?: string;
                    year: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Checks"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checks/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists of other offices that were held against the roll, newest first */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rosters"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Drop a list of another office (multipart): it is held against the roll; nobody is stopped by it */
        post: {
            parameters: {
                query: {
                    division?: string;
                    kind: "火化" | "户籍注销" | "服刑" | "低保特困" | "养老金";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RosterCompared"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checks/rosters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom of the roll a list names, beside what the books say of him now */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RosterShown"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checks/rosters/{id}/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says whether a row of a list and the person it is like are one, with the reason */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        personId: string;
                        /** @enum {string} */
                        verdict: "confirmed" | "dismissed";
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checks/rosters/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back a comparison that was made with the wrong list */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checks/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says of a finding that it is true or that it is not, with the reason */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        key: string;
                        /** @enum {string} */
                        code: "paid_after_death" | "paid_twice" | "wrong_amount" | "paid_after_stop" | "paid_before_start" | "not_on_roll" | "unpaid_due" | "under_age" | "start_month" | "excluded_pair" | "shared_account" | "stop_disagrees" | "due_unknown" | "gift_not_on_roll" | "gift_unsigned" | "unconfirmed" | "same_hands" | "listed_dead" | "not_suspended" | "pension_beside" | "proxy_unproved" | "sixty_unregistered" | "over_budget" | "payee_differs";
                        year: number;
                        /** Format: uuid */
                        personId: string | null;
                        /** @enum {string} */
                        verdict: "confirmed" | "dismissed";
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who must be confirmed in a year, and how each was seen; of a county the counts of its townships */
        get: {
            parameters: {
                query: {
                    division?: string;
                    year: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            until: string;
                            tiesPay: boolean;
                            places: {
                                code: string;
                                name: string;
                                due: number;
                                done: number;
                            }[];
                            rows: components["schemas"]["ConfirmLine"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Records how one or many people were seen; who cannot be reached or is dead is not paid next */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        year: number;
                        /** @enum {string} */
                        way: "met" | "video" | "kin" | "unreachable" | "dead" | "withdrawn";
                        onDay: string;
                        personIds: string[];
                        byName?: string;
                        remark?: string;
                        /** Format: uuid */
                        paperId?: string;
                        death?: {
                            day: string;
                            source: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recorded: number;
                            unchanged: number;
                            held: number;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/due/amounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is due to several people in one month, for lists */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        month: string;
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            amounts: {
                                id: string;
                                fen: number;
                                isUnknown: boolean;
                                derived: boolean;
                            }[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/due/coming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who becomes entitled or ends by age soon, and whose month cannot be computed */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            turning60: {
                                id: string;
                                name: string;
                                village: string | null;
                                category: string;
                                day: string;
                            }[];
                            turning18: {
                                id: string;
                                name: string;
                                village: string | null;
                                category: string;
                                day: string;
                            }[];
                            unknown: {
                                id: string;
                                name: string;
                                category: string;
                                missing: string[];
                            }[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/workbook.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The township’s ledgers in the form of the workbook; whole numbers only with a logged reason */
        get: {
            parameters: {
                query: {
                    division?: string;
                    year: number;
                    kind?: string;
                    full?: "yes";
                    reason?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every figure of a place and year, beside the same day a year before */
        get: {
            parameters: {
                query: {
                    division?: string;
                    year: number;
                    asOf?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            figures: components["schemas"]["Figure"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/{code}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The records behind a figure, newest first, with their papers */
        get: {
            parameters: {
                query: {
                    division?: string;
                    offset?: number | null;
                    limit?: number;
                    year: number;
                    asOf?: string;
                };
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Trace"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/{code}/trace.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The records behind a figure as a workbook */
        get: {
            parameters: {
                query: {
                    division?: string;
                    year: number;
                    asOf?: string;
                };
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks by due day and what looks wrong */
        get: {
            parameters: {
                query: {
                    division?: string;
                    year: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Home"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of imports, newest first */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            number: string;
                            fileName: string;
                            sha256: string;
                            year: number;
                            sheets: {
                                [key: string]: {
                                    read: number;
                                    created: number;
                                    updated: number;
                                    unchanged: number;
                                    refused: number;
                                };
                            };
                            refused: number;
                            importedAt: string;
                            importedBy: string;
                            undone: {
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
                        }[];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Drop workbooks (and a zip of papers), new or into an earlier batch: what an import would do, nothing written */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportBatch"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/example.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A filled workbook of invented people */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/log/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a whole import back, while nothing signed or later rests on it */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    importId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/template.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The empty workbook */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{batch}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import what can be taken; confirmed again it answers the same receipts */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    batch: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        skipUpdates?: string[];
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            receipts: {
                                importId: string;
                                number: string;
                                file: string;
                                totals: {
                                    read: number;
                                    created: number;
                                    updated: number;
                                    unchanged: number;
                                    refused: number;
                                };
                            }[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{batch}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The user’s own file with its refused cells marked */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    file?: number | null;
                };
                header?: never;
                path: {
                    batch: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{batch}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a sheet, a header or a word is; the batch is tried again */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    batch: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        file: number;
                        sheet: string;
                        as?: string;
                        header?: {
                            [key: string]: string;
                        };
                        words?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                        /** @default null */
                        known?: string | null;
                        /** @default false */
                        remember?: boolean;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportBatch"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{batch}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of a dropped sheet as they were understood, at most 200 from `offset` */
        get: {
            parameters: {
                query: {
                    division?: string;
                    file?: number | null;
                    sheet: string;
                    offset?: number | null;
                };
                header?: never;
                path: {
                    batch: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportRows"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{batch}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same batch tried again */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    batch: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportBatch"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs and imports of a place, the newest first */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            jobs: components["schemas"]["Job"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/rerun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs a job again that failed or was cut off */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of record with their columns, and the villages of the place to choose from */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Kind"][];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/machine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Version, data folder and database of this machine */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Machine"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/menu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much is due in each room of the menu */
        get: {
            parameters: {
                query: {
                    division?: string;
                    year: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: number;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public notices of a year, and the new entrants no notice has named yet */
        get: {
            parameters: {
                query: {
                    division?: string;
                    year: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            days: number;
                            notices: components["schemas"]["PublicNotice"][];
                            entrants: {
                                personId: string;
                                name: string;
                                village: string | null;
                                category: string;
                                since: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Hangs a list of new entrants out: names, villages and categories */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        fromDay: string;
                        toDay: string;
                        hangsAt?: string;
                        people: {
                            /** Format: uuid */
                            personId: string;
                            category: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes an objection down */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        onDay: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/objections/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what became of an objection */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                    seq: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        outcome: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hangs the photo of the notice on its record */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        paperId: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a notice back */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page of the catalogue of papers, and what they have */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    offset?: number | null;
                    limit?: number;
                    q?: string;
                    from?: string;
                    to?: string;
                    paperClass?: string;
                    having?: "file" | "original" | "missing" | "nothing";
                    idle?: "yes";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            having: {
                                file: number;
                                original: number;
                                missing: number;
                                nothing: number;
                            };
                            classes: {
                                value: string;
                                total: number;
                            }[];
                            rows: (components["schemas"]["Paper"] & {
                                retention: string | null;
                                proves: number;
                            })[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Take a paper in (multipart) and hang it on a record */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            already: {
                                id: string;
                                title: string;
                                originalAt: string | null;
                            } | null;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records of a year without proof by ledger, and papers whose file was not found */
        get: {
            parameters: {
                query: {
                    division?: string;
                    year: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ledgers: {
                                kind: string;
                                sheet: string;
                                total: number;
                                unproved: number;
                            }[];
                            files: components["schemas"]["Paper"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Papers by title or number */
        get: {
            parameters: {
                query: {
                    division?: string;
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Paper"][];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One paper and the records it proves */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Paper"] & {
                            records: {
                                kind: string;
                                id: string;
                                sheet: string;
                                day: string | null;
                                label: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The paper itself */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Put the file (multipart) into a paper without one */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/{id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hang one paper on several records of a ledger */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        kind: string;
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/{id}/thumb": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A small picture of the paper */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches of a year, what is next and what waits for the caller */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PayHome"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of a person, every version */
        get: {
            parameters: {
                query: {
                    division?: string;
                    personId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PayAccounts"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Enters an account or its next version */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        personId: string;
                        /** Format: uuid */
                        accountId?: string;
                        /**
                         * @default self
                         * @enum {string}
                         */
                        holder?: "self" | "other";
                        holderName: string;
                        relation?: string;
                        bankName?: string;
                        account: string;
                        /** Format: uuid */
                        paperId?: string;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/accounts/changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts entered or changed since a day */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    from?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            accounts: components["schemas"]["ChangedAccount"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/accounts/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends an account */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        accountId: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/awards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One-off money decided: allowances, merit bonuses, greeting money, assistance */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    year?: number;
                    kind?: "优待金" | "立功奖励" | "慰问金" | "困难救助";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            awards: components["schemas"]["Award"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Decides one-off money for a list of people and posts it */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandKey: string;
                        /** @enum {string} */
                        kind: "优待金" | "立功奖励" | "慰问金" | "困难救助";
                        awards: {
                            month: string;
                            fen: number;
                            /** @enum {string} */
                            fund: "central" | "province" | "city" | "county" | "township";
                            reason: string;
                            /** Format: uuid */
                            paperId?: string;
                            /** Format: uuid */
                            personId: string;
                            source?: {
                                kind: string;
                                /** Format: uuid */
                                id: string;
                            };
                        }[];
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerRun"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/awards/conscripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Posts the yearly allowance to the families of conscripts; those paid for the year are left out */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandKey: string;
                        year: number;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: components["schemas"]["LedgerRun"] & (Record<string, never> | null);
                            left: {
                                name: string;
                                missing: string[];
                            }[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/awards/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may be put on a roll of one-off money, and what the year has for it */
        get: {
            parameters: {
                query: {
                    division?: string;
                    kind: "慰问金" | "困难救助" | "立功奖励";
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AwardRoll"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/awards/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes one-off money back that no batch holds; with another amount, decides that in its place */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandKey: string;
                        reason: string;
                        instead?: {
                            month: string;
                            fen: number;
                            /** @enum {string} */
                            fund: "central" | "province" | "city" | "county" | "township";
                            reason: string;
                            /** Format: uuid */
                            paperId?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerRun"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Posts what is due up to a month and opens its batch */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandKey: string;
                        /**
                         * @default 抚恤补助
                         * @enum {string}
                         */
                        kind?: "抚恤补助" | "优待金" | "立功奖励" | "慰问金" | "困难救助";
                        month: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"] & {
                            run: components["schemas"]["LedgerRun"] & (Record<string, never> | null);
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A batch: its worth, why it differs, its steps */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Batch"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers an exception */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        key: string;
                        /** @enum {string} */
                        answer: "pay" | "hold";
                        reason: string;
                        isFirst?: boolean;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/answer-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers several amber exceptions with one reason */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        keys: string[];
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves a batch */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        hash: string;
                        signer?: string;
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/bank-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a batch as it was stored */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    fileId?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a batch back */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a batch */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the file for the bank */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default xlsx
                         * @enum {string}
                         */
                        layout?: "xlsx" | "fixed";
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"] & {
                            file: {
                                id: string;
                                name: string;
                                rows: number;
                                totalFen: number;
                                sha256: string;
                                isNew: boolean;
                            };
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines of a batch, a page of them */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    filter?: "all" | "changed" | "held" | "returned";
                    reason?: "提标" | "新增" | "停发" | "补差" | "扣回" | "其他";
                    text?: string;
                    offset?: number | null;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchLines"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/lines/{lineId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A line month by month */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                    lineId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            months: {
                                kind: string;
                                month: string;
                                dueFen: number;
                                beforeFen: number;
                                fen: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the papers of a batch are made of */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchPrint"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/recompute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a batch back and opens it anew */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandKey: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"] & {
                            run: components["schemas"]["LedgerRun"] & (Record<string, never> | null);
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enters the account for returned money */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        lineId: string;
                        /**
                         * @default self
                         * @enum {string}
                         */
                        holder?: "self" | "other";
                        holderName: string;
                        relation?: string;
                        bankName?: string;
                        account: string;
                        /** Format: uuid */
                        paperId?: string;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accountId: string;
                            version: number;
                            next: {
                                kind: string;
                                month: string;
                            };
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a held line go */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        lineId: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads the result of the bank (multipart), dry first */
        post: {
            parameters: {
                query?: {
                    division?: string;
                    dry?: "true" | "false";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"] & {
                            isDry: boolean;
                            counts: {
                                rows: number;
                                paid: number;
                                paidFen: number;
                                returned: number;
                                returnedFen: number;
                                takenBack: number;
                                takenBackFen: number;
                                unchanged: number;
                                silent: number;
                                silentFen: number;
                            };
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Passes a batch in review */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        hash: string;
                        signer?: string;
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Five lines for the reviewer */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchSample"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a batch back */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        hash: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/spot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ten payees of a sent batch drawn by a seed, with what each said when he was called */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    seed?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SpotDraw"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/spot/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down what a drawn payee said: whether the money came, and how much */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        lineId: string;
                        seed: string;
                        /** @enum {string} */
                        answer: "agrees" | "differs" | "notReceived" | "unreached";
                        toldFen?: number;
                        calledOn: string;
                        remark?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/batches/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submits a batch for review */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        hash: string;
                        signer?: string;
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchAnswer"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money to be claimed back by debtor, what was done about it, and the roll-forward of a span of days */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    all?: "true" | "false";
                    personId?: string;
                    of?: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Claims"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Enters a debt from before the ledger began, with its paper; it is a claim at once */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandKey: string;
                        /** Format: uuid */
                        personId: string;
                        kind: string;
                        month: string;
                        fen: number;
                        /** @enum {string} */
                        fund: "central" | "province" | "city" | "county" | "township";
                        reason: string;
                        /** Format: uuid */
                        paperId: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerRun"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/claims/cash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes cash in for claims */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claims: string[];
                        fen: number;
                        receiptNo: string;
                        /** Format: date */
                        onDay?: string;
                        /** Format: uuid */
                        paperId?: string;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/claims/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that the notice of claims was delivered */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claims: string[];
                        /** Format: uuid */
                        paperId?: string;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/claims/notice.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 追回告知书 of what is open against a person */
        get: {
            parameters: {
                query: {
                    division?: string;
                    personId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/claims/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agrees how much is set off each month */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claims: string[];
                        monthlyCapFen: number;
                        fromMonth: string;
                        /** Format: uuid */
                        paperId?: string;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/claims/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the approver to write off what is open, with paper */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claims: string[];
                        reason: string;
                        /** Format: uuid */
                        paperId: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/claims/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back a receipt or a write-off entered by mistake */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        recoveries: string[];
                        reason: string;
                        signer?: string;
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/claims/write-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes off what is open, on a paper that is filed */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claims: string[];
                        reason: string;
                        /** Format: uuid */
                        paperId: string;
                        signer?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything an auditor needs of some months, in one zip with checksums */
        get: {
            parameters: {
                query: {
                    division?: string;
                    from: string;
                    to: string;
                    reason?: string;
                    seed?: string;
                    sample?: number;
                    full?: "yes" | "no";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": string;
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/funds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money that arrived in a year by level, and its sums by level and kind */
        get: {
            parameters: {
                query: {
                    division?: string;
                    year: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            funds: components["schemas"]["FundReceived"][];
                            sums: {
                                /** @enum {string} */
                                level: "central" | "province" | "city" | "county" | "township";
                                /** @enum {string} */
                                kind: "抚恤补助" | "优待金" | "立功奖励" | "慰问金" | "困难救助" | "双拥经费" | "其他";
                                fen: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Records money that arrived from a level */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        level: "central" | "province" | "city" | "county" | "township";
                        /** @enum {string} */
                        kind: "抚恤补助" | "优待金" | "立功奖励" | "慰问金" | "困难救助" | "双拥经费" | "其他";
                        fen: number;
                        onDay: string;
                        documentNo?: string;
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/funds/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a line of money back by one with the same amount the other way */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/lines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The batch of a line and whom it pays */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            batchId: string;
                            number: string;
                            person: {
                                id: string;
                                name: string;
                            };
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Months closed in the ledger; the trial balance of one month, and what keeps the next from closing */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    month?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PayPeriods"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Closes a month: the trial balance is kept, and later postings go into the next open month */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        month: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            month: string;
                            balance: {
                                account: string;
                                debitFen: number;
                                creditFen: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/raise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What rates announced late add to posted months */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            raise: components["schemas"]["Raise"];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money that came back and is not sent again yet */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PayReturns"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down from which month a township without imported payments keeps its ledger */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        month: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of the roll by tab and filter */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    offset?: number | null;
                    limit?: number;
                    tab?: "key" | "family" | "other" | "stopped" | "all";
                    q?: string;
                    village?: string;
                    category?: string;
                    state?: string;
                    missing?: "yes";
                    asOf?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            tabs: {
                                key?: number;
                                family?: number;
                                other?: number;
                                stopped?: number;
                                all?: number;
                                duplicates?: number;
                                changes?: number;
                            };
                            rows: components["schemas"]["PersonListed"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Merges that stand, newest first */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merge"][];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/aliases/{id}/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What taking a merge back would do */
        post: {
            parameters: {
                query?: {
                    division?: string;
                    year?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            figures: {
                                code: string;
                                name: string;
                                unit: string;
                                year: number;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            signedReports: {
                                year: number;
                                signedOn: string;
                            }[];
                            money?: components["schemas"]["MoneyEffect"];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/aliases/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a merge back */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes that wait for a second person */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaitingChange"][];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/changes/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second person agrees; in an office of one person he himself, with the signed paper */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/changes/{id}/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a waiting change would do, before it is decided */
        post: {
            parameters: {
                query?: {
                    division?: string;
                    year?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RollEffects"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/changes/{id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hang a proof on a change that waits */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        paperId: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/changes/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second person refuses, or says the report was a mistake */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pairs that may be one person */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TwinPair"][];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/duplicates/distinct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Two people are two people: said by whoever keeps the roll or reviews it */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        left: string;
                        /** Format: uuid */
                        right: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/duplicates/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a merge would do, before it is made */
        post: {
            parameters: {
                query?: {
                    division?: string;
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        left: string;
                        /** Format: uuid */
                        right: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            figures: {
                                code: string;
                                name: string;
                                unit: string;
                                year: number;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            signedReports: {
                                year: number;
                                signedOn: string;
                            }[];
                            money?: components["schemas"]["MoneyEffect"];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/duplicates/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Two registrations are one person */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        left: string;
                        /** Format: uuid */
                        right: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            aliasId: string;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose number is this: sex, birthday and, where he is on the roll, the person */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        identity: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sex: string;
                            bornOn: string;
                            existing: {
                                id: string;
                                name: string;
                            } | null;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole person on one page */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    asOf?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Person"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the law gives a person month by month */
        get: {
            parameters: {
                query: {
                    division?: string;
                    from: string;
                    to: string;
                    knownOn?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lawHash: string;
                            person: components["schemas"]["DuePerson"];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report a death, a move, a sentence or another stop; the next payment is held */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "death" | "move" | "sentence" | "stop";
                        day: string;
                        source: string;
                        reason?: string;
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            holdId: string;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/events/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a death, a move or a stop would do, before it is reported */
        post: {
            parameters: {
                query?: {
                    division?: string;
                    year?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "death" | "move" | "sentence" | "stop";
                        day: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RollEffects"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The facts about a person that the law asks for, with their rows and papers */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    knownOn?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonFacts"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows a masked value; the reason is logged before the answer */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        field: "identity" | "phone" | "account";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            value: string;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/qr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A short text as a QR code, drawn by the page itself */
        get: {
            parameters: {
                query: {
                    division?: string;
                    text: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            size: number;
                            path: string;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page of a ledger */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    offset?: number | null;
                    limit?: number;
                    q?: string;
                    village?: string;
                    from?: string;
                    to?: string;
                    evidenced?: "yes" | "no";
                    sort?: string;
                    desc?: "yes" | "no";
                    field?: string;
                    value?: string;
                    filled?: string;
                    blank?: string;
                    voided?: "yes" | "no";
                    group?: string;
                };
                header?: never;
                path: {
                    kind: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            evidenced: number;
                            sums: {
                                [key: string]: number;
                            };
                            groups: {
                                value: string | null;
                                total: number;
                                sums: {
                                    [key: string]: number;
                                };
                            }[];
                            rows: components["schemas"]["LedgerRow"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Enter a record */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    kind: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cells: {
                            [key: string]: string | number | boolean | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerRow"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record with its history */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    kind: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerRow"] & {
                            history: {
                                version: number;
                                cells: {
                                    [key: string]: string | number | boolean | null;
                                };
                                recordedAt: string;
                                recordedBy: string;
                                supersededAt: string;
                                supersededBy: string;
                                reason: string | null;
                            }[];
                            notes: {
                                [key: string]: string;
                            };
                            evidenceRef: string | null;
                            voided: {
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct a record; the old row is kept */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    kind: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        cells: {
                            [key: string]: string | number | boolean | null;
                        };
                        reason: string;
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            row: components["schemas"]["LedgerRow"];
                            waiting: string | null;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}/{id}/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a correction would change, before it is made */
        post: {
            parameters: {
                query?: {
                    division?: string;
                    year?: number;
                };
                header?: never;
                path: {
                    kind: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cells: {
                            [key: string]: string | number | boolean | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            figures: {
                                code: string;
                                name: string;
                                unit: string;
                                year: number;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            signedReports: {
                                year: number;
                                signedOn: string;
                            }[];
                            money?: components["schemas"]["MoneyEffect"];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Papers that hang on a record */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    kind: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Paper"][];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Hang a paper on a record */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    kind: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        paperId: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}/{id}/papers/{paperId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a paper off a record */
        delete: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    kind: string;
                    id: string;
                    paperId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a void record back */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    kind: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a record out of every figure; nothing is deleted. One of the roll waits for a second person */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    kind: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                            waiting: string | null;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The summary of a year with its figures, checks and differences */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Report"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        /** Save the office’s own words around the figures */
        put: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        draft: {
                            year: number;
                            title: string;
                            names: string[];
                            blocks: {
                                /** @enum {string} */
                                section: "opening" | "一" | "二" | "三" | "四" | "五" | "closing";
                                heading?: string;
                                sentences: {
                                    id: string;
                                    place: string;
                                    opensParagraph?: boolean;
                                    reused?: boolean;
                                    runs: ({
                                        /** @enum {string} */
                                        kind: "text";
                                        text: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "figure";
                                        code: string;
                                        unit: string;
                                        /** @enum {string} */
                                        form: "auto" | "exact" | "chinese" | "rounded" | "chineseRounded" | "wan" | "num" | "den";
                                        text: string;
                                        marks: ("估" | "未佐证")[];
                                    } | {
                                        /** @enum {string} */
                                        kind: "typed";
                                        text: string;
                                        reason: string;
                                        who: string;
                                    })[];
                                }[];
                            }[];
                        };
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report/{year}/compose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the first draft, by the wording or from last year */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        from: "wording" | "lastYear";
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report/{year}/docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The summary as a Word file */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report/{year}/notes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records behind a number of the closing (X.…) */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    offset?: number | null;
                    limit?: number;
                };
                header?: never;
                path: {
                    year: number;
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kind: string;
                            id: string;
                            label: string;
                            day: string | null;
                        }[];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report/{year}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a sent draft back */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report/{year}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the draft to be signed */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report/{year}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign what was read, with one’s own pass code */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        passCode: string;
                        fingerprint: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report/{year}/sign-paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign by the scan (multipart) of a paper signed by hand */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, villages, papers, vouchers, figures and pages for one text */
        get: {
            parameters: {
                query: {
                    division?: string;
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            groups: components["schemas"]["SearchGroup"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of a place with their history */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            settings: components["schemas"]["Setting"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Sets a value from a day on */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        value?: unknown;
                        /** Format: date */
                        effectiveFrom?: string;
                        basis?: string;
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            value?: unknown;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every rate in force in a month, here or in another region, with its source, and what is unknown */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    month?: string;
                    region?: string;
                    knownOn?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lawHash: string;
                            region: string;
                            regions: string[];
                            adoptedDerived: boolean;
                            rates: components["schemas"]["Rate"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a package could be entered, before it is */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            package: string;
                            title: string;
                            values: number;
                            lawHash: string;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/derived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes that the place takes over the derived rates */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LawPackage"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a package or another rate would change: people, months and money, by category, fund and month; nothing is written */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text?: string;
                        /** Format: uuid */
                        packageId?: string;
                        whatIf?: {
                            code: string;
                            year: number;
                            basisPoints?: number;
                            amounts?: {
                                [key: string]: number;
                            };
                            /** @enum {string} */
                            unit?: "fen_per_year" | "fen_per_month" | "fen_per_year_per_service_year" | "fen_per_month_per_service_year" | "percent" | "multiple";
                        };
                        /** @enum {boolean} */
                        derived?: true;
                        from?: string;
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LawEffect"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All values of one rate at a place or in another region, newest first */
        get: {
            parameters: {
                query: {
                    division?: string;
                    code: string;
                    key: string;
                    region?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rates: components["schemas"]["Rate"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/law": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources, tables and settings that hold at a place, for the engine in the browser */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lawHash: string;
                            files?: unknown;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Packages entered at a place, with who entered and who adopted them */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            packages: components["schemas"]["LawPackage"][];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Enters a package; it counts once a second person has adopted it */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        /** @enum {string} */
                        origin: "typed" | "pasted" | "file";
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LawPackage"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/packages/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adopts, returns or withdraws a package */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "adopted" | "returned" | "withdrawn";
                        reason?: string;
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LawPackage"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standards/packages/{id}/taking-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back a waiting package one entered oneself, with the reason */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LawPackage"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{key}/delay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a task off to a later day, with the reason */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        untilOn: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Slips of people who moved out and in, and those other townships of the county sent here */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slips: components["schemas"]["TransferSlip"][];
                            offices: {
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Writes a slip: out with the last month paid, in with the month the other office paid to */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        direction: "out" | "in";
                        /** Format: uuid */
                        personId: string;
                        otherOffice: string;
                        /** Format: uuid */
                        otherDivisionId?: string;
                        slipOn: string;
                        paidThrough?: string;
                        documentNo?: string;
                        /** Format: uuid */
                        paperId?: string;
                        remark?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/paid/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last month paid to a person, as a slip that goes out carries it */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            paidThrough: string | null;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts a slip: its receipt at the sending office, or the slip itself at a township of this county */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        onDay?: string;
                        by?: string;
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a wrong slip in right, or asks for it where money rests on it */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        paidThrough?: string;
                        /** Format: uuid */
                        paperId?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            isWaiting: boolean;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/{id}/void/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second person agrees to the correction of a slip, or sends it back */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        agree: boolean;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/{id}/void/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What correcting a slip would do to money; without a body, what the waiting correction would */
        post: {
            parameters: {
                query?: {
                    division?: string;
                    year?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        asked?: {
                            reason?: string;
                            paidThrough?: string;
                            /** Format: uuid */
                            paperId?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            figures: {
                                code: string;
                                name: string;
                                unit: string;
                                year: number;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            signedReports: {
                                year: number;
                                signedOn: string;
                            }[];
                            money?: components["schemas"]["MoneyEffect"];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a slip back that nobody has accepted */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users with a role at the place or below, with the roles there are */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            users: components["schemas"]["User"][];
                            roles: string[];
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        put?: never;
        /** Creates a user with a first role */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        role: string;
                        divisionCode?: string;
                        name: string;
                        passCode: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/passcode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a pass code: his own with the present one, or another user’s by whoever manages him */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        passCode: string;
                        current?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a user one more role */
        post: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        role: string;
                        divisionCode?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/roles/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a role away at once */
        delete: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path: {
                    id: string;
                    roleId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description Refused, with reasons in Chinese */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Nobody is signed in */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description Not found, or out of scope */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
                /** @description A bug; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fault"];
                    };
                };
                /** @description The disk is full or the database away; what to do, in Chinese */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusals"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Session: {
            user: {
                id: string;
                name: string;
                roles: {
                    role: string;
                    divisionCode: string;
                    divisionName: string;
                }[];
                actions: string[];
            } | null;
            needsStart: boolean;
            isOperator: boolean;
            sample: boolean;
            division: {
                code: string;
                name: string;
            } | null;
            divisions: {
                code: string;
                name: string;
                level: string;
            }[];
            years: number[];
            today: string;
            todayIsSet: boolean;
            version: string;
            onePerson: boolean;
        };
        Refusals: {
            refusals: {
                code: string;
                message: string;
                details?: {
                    [key: string]: unknown;
                };
            }[];
        };
        LogLine: {
            id: string;
            at: string;
            actor: string;
            action: string;
            recordKind: string | null;
            recordId: string | null;
            detail?: unknown;
            seq: number | null;
        };
        Fault: {
            errorNumber: string;
        };
        BackupStatus: {
            lastBackupAt: string | null;
            lastCopyAt: string | null;
            daysWithoutCopy: number;
            warning: string | null;
        };
        Backup: {
            name: string;
            /** @enum {string} */
            kind: "daily" | "upgrade" | "manual";
            madeAt: string;
            bytes: number;
        };
        BackupDrill: {
            text: string;
            seconds: number;
            madeAt: string;
            tables: number;
            rows: number;
            people: number;
            fen: string;
            money: {
                name: string;
                rows: number;
                fen: string;
            }[];
            files: {
                count: number;
                bytes: number;
                damaged: string[];
            };
        };
        Verdict: {
            ok: boolean;
            text: string;
            findings: ({
                code: string;
                message: string;
            } & {
                [key: string]: unknown;
            })[];
            checked: {
                [key: string]: number;
            };
        };
        Checks: {
            year: number;
            checked: {
                persons: number;
                personMonths: number;
                payments: number;
            };
            tests: components["schemas"]["CheckTest"][];
            findings: components["schemas"]["CheckFinding"][];
        };
        CheckTest: {
            /** @enum {string|null} */
            code: "paid_after_death" | "paid_twice" | "wrong_amount" | "paid_after_stop" | "paid_before_start" | "not_on_roll" | "unpaid_due" | "under_age" | "start_month" | "excluded_pair" | "shared_account" | "stop_disagrees" | "due_unknown" | "gift_not_on_roll" | "gift_unsigned" | "unconfirmed" | "same_hands" | "listed_dead" | "not_suspended" | "pension_beside" | "proxy_unproved" | "sixty_unregistered" | "over_budget" | "payee_differs" | null;
            title: string;
            basis: string;
            hits: number;
            waiting: number;
            confirmed: number;
            dismissed: number;
            offFen: number | null;
            looked: string | null;
            lacks: string | null;
        };
        CheckFinding: {
            key: string;
            /** @enum {string} */
            code: "paid_after_death" | "paid_twice" | "wrong_amount" | "paid_after_stop" | "paid_before_start" | "not_on_roll" | "unpaid_due" | "under_age" | "start_month" | "excluded_pair" | "shared_account" | "stop_disagrees" | "due_unknown" | "gift_not_on_roll" | "gift_unsigned" | "unconfirmed" | "same_hands" | "listed_dead" | "not_suspended" | "pension_beside" | "proxy_unproved" | "sixty_unregistered" | "over_budget" | "payee_differs";
            /** @enum {string} */
            severity: "must" | "look";
            person: {
                id: string | null;
                name: string;
                idTail: string | null;
            };
            sheet: string | null;
            row: number | null;
            from: string | null;
            to: string | null;
            expectedFen: number | null;
            actualFen: number | null;
            reason: string;
            payments: {
                /** @enum {string} */
                kind: "paidLine" | "payLine" | "recovery";
                id: string;
                item: string;
                from: string;
                to: string;
                fen: number;
                paidOn: string;
                voucher: string | null;
                sheet: string | null;
                row: number | null;
            }[];
            verdict: {
                /** @enum {string} */
                verdict: "confirmed" | "dismissed";
                reason: string | null;
                by: string;
                on: string;
            } | null;
        };
        RosterCompared: {
            id: string;
            issues: {
                sheet: string;
                row: number;
                column: string;
                value: string;
                code: string;
                reason: string;
            }[];
            issueCount: number;
        };
        Rosters: {
            rosters: components["schemas"]["Roster"][];
        };
        Roster: {
            id: string;
            /** @enum {string} */
            kind: "火化" | "户籍注销" | "服刑" | "低保特困" | "养老金";
            fileName: string;
            sha256: string;
            rows: number;
            refused: number;
            same: number;
            like: number;
            absent: number;
            day: string;
            by: string;
            isOwn: boolean;
            voidedBecause: string | null;
        };
        RosterShown: {
            roster: components["schemas"]["Roster"];
            hits: components["schemas"]["RosterHit"][];
        };
        RosterHit: {
            key: string;
            personId: string;
            /** @enum {string} */
            likeness: "same" | "like";
            name: string;
            idMasked: string | null;
            village: string | null;
            categories: string[];
            state: string;
            holdReason: string | null;
            sheet: string;
            row: number;
            onDay: string | null;
            diedOn: string | null;
            lowIncome: boolean;
            hardship: boolean;
            paidThrough: string | null;
            since: {
                months: number;
                fen: number;
            } | null;
            /** @enum {string|null} */
            act: "death" | "sentence" | "stop" | null;
            verdict: {
                /** @enum {string} */
                verdict: "confirmed" | "dismissed";
                reason: string | null;
                by: string;
                on: string;
            } | null;
        };
        ConfirmLine: {
            personId: string;
            name: string;
            village: string | null;
            identity: string | null;
            categories: string[];
            lastVisit: string | null;
            held: string | null;
            confirmation: {
                id: string;
                /** @enum {string} */
                way: "met" | "video" | "kin" | "unreachable" | "dead" | "withdrawn";
                onDay: string;
                byName: string;
                remark: string | null;
                papers: number;
            } | null;
        };
        Figure: {
            code: string;
            name: string;
            unit: string;
            section: string;
            kind: string;
            shape: string;
            definition: string;
            filter: string;
            value: number | string | {
                num: number;
                den: number;
            } | null;
            records: number;
            unevidenced: number;
            estimated: boolean;
            asOf: string;
            reason?: string;
            lastYear: number | string | {
                num: number;
                den: number;
            } | null;
        };
        Trace: {
            code: string;
            name: string;
            unit: string;
            value: number | string | {
                num: number;
                den: number;
            } | null;
            total: number;
            records: {
                kind: string;
                id: string;
                label: string;
                detail: string;
                day: string | null;
                contribution: number | string;
                denominator?: number;
                source: {
                    file: string | null;
                    sheet: string;
                    row: number | null;
                } | null;
                papers: {
                    id: string;
                    title: string;
                    location: string | null;
                    sha256: string | null;
                }[];
                evidenced: boolean;
            }[];
        };
        Home: {
            tasks: {
                key: string;
                dueOn: string;
                daysLeft: number;
                text: string;
                note: string;
                href: string;
                action: string;
                rule: string;
                delayedBecause: string | null;
            }[];
            problems: {
                code: string;
                /** @enum {string} */
                severity: "必须" | "核对";
                text: string;
                count: number;
                unit: string;
                amountFen: number | null;
                href: string;
            }[];
        };
        ImportBatch: {
            batch: string;
            year: number;
            totals: {
                read: number;
                created: number;
                updated: number;
                unchanged: number;
                refused: number;
            };
            files: {
                index: number;
                name: string;
                sha256: string;
                refusal: {
                    code: string;
                    message: string;
                } | null;
                earlier: {
                    number: string;
                    importedAt: string;
                } | null;
                sheets: {
                    read: number;
                    created: number;
                    updated: number;
                    unchanged: number;
                    refused: number;
                    name: string;
                    as: string | null;
                    /** @enum {string} */
                    state: "read" | "header_lacks" | "unknown" | "left_out" | "empty";
                    named: string | null;
                    missing: string[];
                    candidates: string[];
                    header: {
                        theirs: string;
                        ours: string | null;
                    }[];
                }[];
                errors: {
                    sheet: string;
                    row: number;
                    column: string;
                    value: string;
                    code: string;
                    reason: string;
                }[];
                warnings: {
                    sheet: string;
                    row: number;
                    column: string;
                    value: string;
                    code: string;
                    reason: string;
                }[];
                notes: {
                    sheet: string;
                    column: string;
                }[];
                changes: {
                    key: string;
                    sheet: string;
                    row: number;
                    label: string;
                    isMoney: boolean;
                    cells: {
                        header: string;
                        before?: unknown;
                        after?: unknown;
                    }[];
                }[];
            }[];
            effects: {
                code: string;
                name: string;
                unit: string;
                before?: unknown;
                after?: unknown;
            }[];
        };
        ImportRows: {
            columns: string[];
            rows: {
                row: number;
                cells: string[];
            }[];
            more: boolean;
        };
        Job: {
            id: string;
            title: string;
            /** @enum {string} */
            state: "running" | "done" | "failed" | "stopped";
            cause: string | null;
            attempts: number;
            startedAt: string;
            startedBy: string;
            finishedAt: string | null;
            mayRerun: boolean;
        };
        Kind: {
            kind: string;
            sheet: string;
            dateField: string | null;
            columns: {
                field: string;
                header: string;
                type: string;
                required: boolean;
                sensitive: boolean;
                words?: string[];
                note?: string;
            }[];
        };
        Machine: {
            version: string;
            node: string;
            dataDir: string;
            freeBytes: number;
            database: {
                version: string;
                bytes: number;
            };
            installationId: string;
            sample: boolean;
        };
        PublicNotice: {
            id: string;
            title: string;
            fromDay: string;
            toDay: string;
            days: number;
            hangsAt: string | null;
            people: {
                personId: string;
                name: string;
                village: string | null;
                category: string;
            }[];
            objections: {
                seq: number;
                text: string;
                onDay: string;
                outcome: string | null;
                outcomeOn: string | null;
            }[];
            papers: number;
            by: string;
            voidReason: string | null;
        };
        Paper: {
            id: string;
            title: string;
            documentNo: string | null;
            signedOn: string;
            paperClass: string;
            pages: number | null;
            originalAt: string | null;
            sha256: string | null;
            mediaType: string | null;
            fileMissing: boolean;
            origin: string | null;
        };
        PayHome: {
            year: number;
            months: {
                month: string;
                /** @enum {string} */
                state: "open" | "closed";
            }[];
            next: {
                /** @enum {string} */
                kind: "抚恤补助" | "优待金" | "立功奖励" | "慰问金" | "困难救助";
                month: string;
            } | null;
            counts: {
                [key: string]: number;
            };
            batches: {
                id: string;
                number: string;
                kind: string;
                isMore: boolean;
                month: string;
                /** @enum {string} */
                state: "opened" | "submitted" | "reviewed" | "approved" | "sent_back" | "exported" | "closed" | "cancelled";
                round: number;
                people: number;
                lines: number;
                totalFen: number;
                held: number;
                heldFen: number;
                inTransit: number;
                paid: number;
                returned: number;
                waitsForMe: string | null;
            }[];
            returnsWaiting: {
                lines: number;
                fen: number;
                batches: {
                    id: string;
                    number: string;
                    lines: number;
                    fen: number;
                    noAccount: number;
                }[];
            };
        };
        PayAccounts: {
            accounts: components["schemas"]["PayAccount"][];
            onRoll: {
                bankName: string | null;
                accountTail: string;
            } | null;
        };
        PayAccount: {
            id: string;
            version: number;
            /** @enum {string} */
            holder: "self" | "other";
            holderName: string;
            relation: string | null;
            bankName: string | null;
            accountTail: string;
            paperId: string | null;
            /** @enum {string} */
            origin: "import" | "screen";
            /** @enum {string} */
            state: "live" | "ended";
            reason: string | null;
            by: string;
            since: string;
            coolingUntil: string | null;
            isUsed: boolean;
        };
        ChangedAccount: {
            person: {
                id: string;
                name: string;
            };
            village: string | null;
            id: string;
            version: number;
            /** @enum {string} */
            holder: "self" | "other";
            holderName: string;
            relation: string | null;
            bankName: string | null;
            accountTail: string;
            paperId: string | null;
            /** @enum {string} */
            origin: "import" | "screen";
            /** @enum {string} */
            state: "live" | "ended";
            reason: string | null;
            by: string;
            since: string;
            coolingUntil: string | null;
            isLast: boolean;
        };
        Award: {
            id: string;
            kind: string;
            person: {
                id: string;
                name: string;
            };
            village: string | null;
            month: string;
            fen: number;
            fund: string;
            reason: string;
            paperId: string | null;
            on: string;
            by: string;
            /** @enum {string} */
            state: "free" | "in_batch" | "in_file" | "paid" | "returned" | "revoked";
            batch: {
                id: string;
                number: string;
            } | null;
            revoked: {
                on: string;
                by: string;
                reason: string;
            } | null;
            isAnew: boolean;
        };
        LedgerRun: {
            runId: string;
            people: number;
            lines: number;
            totalFen: number;
            unknown: {
                personId: string;
                kind: string;
                missing: string[];
                fromMonth: string;
                months: number;
            }[];
            unknownCount: number;
        };
        AwardRoll: {
            candidates: {
                person: {
                    id: string;
                    name: string;
                };
                village: string | null;
                categories: string[];
                source: {
                    kind: string;
                    id: string;
                } | null;
                on: string | null;
                words: string | null;
                recordedFen: number | null;
                decidedFen: number;
            }[];
            unlinked: number;
            budgetFen: number | null;
            spentFen: number;
        };
        BatchAnswer: {
            batch: string;
            number: string;
            /** @enum {string} */
            state: "opened" | "submitted" | "reviewed" | "approved" | "sent_back" | "exported" | "closed" | "cancelled";
            lines: number;
            totalFen: number;
            held: number;
            hash: string;
        };
        Batch: {
            id: string;
            number: string;
            kind: string;
            month: string;
            /** @enum {string} */
            state: "opened" | "submitted" | "reviewed" | "approved" | "sent_back" | "exported" | "closed" | "cancelled";
            round: number;
            steps: {
                /** @enum {string} */
                step: "opened" | "submitted" | "reviewed" | "approved" | "sent_back" | "exported" | "closed" | "cancelled";
                round: number;
                by: string;
                at: string;
                on: string;
                /** @enum {string} */
                method: "pass_code" | "paper";
                signer: string | null;
                paperId: string | null;
                reason: string | null;
            }[];
            hash: string;
            checkCode: string;
            people: number;
            lines: number;
            totalFen: number;
            isMore: boolean;
            held: {
                lines: number;
                fen: number;
            };
            inTransit: {
                lines: number;
                fen: number;
            };
            unsent: {
                lines: number;
                fen: number;
            };
            paid: {
                lines: number;
                fen: number;
            };
            returned: {
                lines: number;
                fen: number;
            };
            cancelled: {
                lines: number;
                fen: number;
            };
            previous: {
                /** @enum {string} */
                source: "batch" | "import";
                number: string | null;
                month: string;
                people: number;
                totalFen: number;
            } | null;
            differences: {
                /** @enum {string} */
                reason: "提标" | "新增" | "停发" | "补差" | "扣回" | "其他";
                people: number;
                fen: number;
            }[];
            claims: {
                count: number;
                fen: number;
            };
            exceptions: {
                key: string;
                /** @enum {string} */
                severity: "red" | "amber";
                code: string;
                words: string;
                personId: string | null;
                personName: string | null;
                lineId: string | null;
                paperId: string | null;
                mayAnswer: boolean;
                answer: {
                    /** @enum {string} */
                    answer: "pay" | "hold";
                    reason: string;
                    by: string;
                    at: string;
                } | null;
            }[];
            isOnePerson: boolean;
            hands: {
                review: string[];
                approve: string[];
            };
            may: {
                submit: {
                    ok: boolean;
                    why: string | null;
                };
                review: {
                    ok: boolean;
                    why: string | null;
                };
                approve: {
                    ok: boolean;
                    why: string | null;
                };
                sendBack: {
                    ok: boolean;
                    why: string | null;
                };
                cancel: {
                    ok: boolean;
                    why: string | null;
                };
                recompute: {
                    ok: boolean;
                    why: string | null;
                };
                answer: {
                    ok: boolean;
                    why: string | null;
                };
                release: {
                    ok: boolean;
                    why: string | null;
                };
                export: {
                    ok: boolean;
                    why: string | null;
                };
                result: {
                    ok: boolean;
                    why: string | null;
                };
                reissue: {
                    ok: boolean;
                    why: string | null;
                };
                close: {
                    ok: boolean;
                    why: string | null;
                };
                paper: {
                    ok: boolean;
                    why: string | null;
                };
            };
            files: {
                id: string;
                /** @enum {string} */
                direction: "out" | "in";
                layout: string;
                name: string;
                rows: number;
                totalFen: number;
                sha256: string;
                by: string;
                on: string;
            }[];
        };
        BatchLines: {
            total: number;
            totalFen: number;
            lines: {
                id: string;
                ordinal: number;
                person: {
                    id: string;
                    name: string;
                };
                idTail: string | null;
                village: string | null;
                kinds: string[];
                months: string;
                dueFen: number;
                postedBeforeFen: number;
                offsetFen: number;
                fen: number;
                holderName: string | null;
                bankName: string | null;
                accountTail: string | null;
                /** @enum {string} */
                state: "waiting" | "held" | "released" | "in_file" | "paid" | "returned" | "taken_back" | "cancelled";
                code: string | null;
                stateWords: string | null;
                stateOn: string | null;
                why: string[];
                exceptions: string[];
                reissueOf: string | null;
            }[];
        };
        BatchPrint: {
            number: string;
            kind: string;
            month: string;
            office: string;
            /** @enum {string} */
            state: "opened" | "submitted" | "reviewed" | "approved" | "sent_back" | "exported" | "closed" | "cancelled";
            hash: string;
            checkCode: string;
            people: number;
            lines: number;
            totalFen: number;
            totalWords: string;
            held: {
                lines: number;
                fen: number;
            };
            payableFen: number;
            payableWords: string;
            steps: {
                /** @enum {string} */
                step: "opened" | "submitted" | "reviewed" | "approved" | "sent_back" | "exported" | "closed" | "cancelled";
                round: number;
                by: string;
                at: string;
                on: string;
                /** @enum {string} */
                method: "pass_code" | "paper";
                signer: string | null;
                paperId: string | null;
                reason: string | null;
            }[];
            onePersonWords: string | null;
            previous: {
                /** @enum {string} */
                source: "batch" | "import";
                number: string | null;
                month: string;
                people: number;
                totalFen: number;
            } | null;
            differences: {
                /** @enum {string} */
                reason: "提标" | "新增" | "停发" | "补差" | "扣回" | "其他";
                people: number;
                fen: number;
            }[];
            exceptions: {
                key: string;
                /** @enum {string} */
                severity: "red" | "amber";
                code: string;
                words: string;
                personId: string | null;
                personName: string | null;
                lineId: string | null;
                paperId: string | null;
                mayAnswer: boolean;
                answer: {
                    /** @enum {string} */
                    answer: "pay" | "hold";
                    reason: string;
                    by: string;
                    at: string;
                } | null;
            }[];
            roll: {
                ordinal: number;
                name: string;
                idMasked: string | null;
                village: string | null;
                kinds: string[];
                months: string;
                dueFen: number;
                postedBeforeFen: number;
                offsetFen: number;
                fen: number;
                holderName: string | null;
                accountTail: string | null;
                state: string;
                stateWords: string | null;
            }[];
            changes: {
                /** @enum {string} */
                group: "新增" | "停发" | "提标" | "其他" | "补差" | "扣回" | "缓发" | "放行" | "账号变更";
                words: string;
                name: string;
                village: string | null;
                category: string;
                fromFen: number | null;
                toFen: number | null;
                fen: number;
                why: string;
            }[];
            arrears: {
                ordinal: number;
                name: string;
                village: string | null;
                kind: string;
                from: string;
                to: string;
                months: number;
                dueFen: number;
                postedBeforeFen: number;
                fen: number;
            }[];
        };
        BatchSample: {
            seed: string;
            lines: {
                id: string;
                ordinal: number;
                person: {
                    id: string;
                    name: string;
                };
                idTail: string | null;
                village: string | null;
                kinds: string[];
                months: string;
                dueFen: number;
                postedBeforeFen: number;
                offsetFen: number;
                fen: number;
                holderName: string | null;
                bankName: string | null;
                accountTail: string | null;
                /** @enum {string} */
                state: "waiting" | "held" | "released" | "in_file" | "paid" | "returned" | "taken_back" | "cancelled";
                code: string | null;
                stateWords: string | null;
                stateOn: string | null;
                why: string[];
                exceptions: string[];
                reissueOf: string | null;
                papers: {
                    id: string;
                    title: string;
                    signedOn: string;
                }[];
            }[];
        };
        SpotDraw: {
            batch: {
                id: string;
                number: string;
                kind: string;
                month: string;
                state: string;
            };
            seed: string;
            lines: components["schemas"]["SpotLine"][];
        };
        SpotLine: {
            id: string;
            personId: string;
            name: string;
            village: string | null;
            kinds: string[];
            fen: number;
            state: string;
            idTail: string | null;
            accountTail: string | null;
            phoneTail: string | null;
            call: {
                lineId: string;
                /** @enum {string} */
                answer: "agrees" | "differs" | "notReceived" | "unreached";
                toldFen: number | null;
                calledOn: string;
                remark: string | null;
                seed: string;
                by: string;
            } | null;
        };
        Claims: {
            debts: {
                person: {
                    id: string;
                    name: string;
                    idMasked: string | null;
                    village: string | null;
                    diedOn: string | null;
                    office: string;
                    isOnePerson: boolean;
                };
                fen: number;
                openFen: number;
                /** @enum {string} */
                state: "raised" | "noticed" | "planned" | "proposed" | "settled" | "written_off";
                claims: {
                    id: string;
                    kind: string;
                    component: string;
                    fund: string;
                    month: string;
                    cause: string;
                    fen: number;
                    openFen: number;
                    on: string;
                    paidIn: {
                        batchId: string;
                        number: string;
                        lineId: string;
                    }[];
                }[];
                steps: {
                    /** @enum {string} */
                    step: "notice" | "plan" | "proposal";
                    on: string;
                    by: string;
                    monthlyCapFen: number | null;
                    fromMonth: string | null;
                    paperId: string | null;
                    paperTitle: string | null;
                    reason: string | null;
                }[];
                recoveries: {
                    ids: string[];
                    /** @enum {string} */
                    kind: "offset" | "cash" | "write_off" | "undone";
                    fen: number;
                    on: string;
                    by: string;
                    receiptNo: string | null;
                    signer: string | null;
                    paperId: string | null;
                    paperTitle: string | null;
                    reason: string | null;
                    isUndone: boolean;
                    batch: string | null;
                }[];
                may: {
                    act: {
                        ok: boolean;
                        why: string | null;
                    };
                    writeOff: {
                        ok: boolean;
                        why: string | null;
                    };
                    paper: {
                        ok: boolean;
                        why: string | null;
                    };
                    undoCash: {
                        ok: boolean;
                        why: string | null;
                    };
                    undoWriteOff: {
                        ok: boolean;
                        why: string | null;
                    };
                };
            }[];
            isSetOff: boolean;
            rollForward: {
                openingFen: number;
                raisedFen: number;
                recoveredFen: number;
                writtenOffFen: number;
                closingFen: number;
            };
        };
        FundReceived: {
            id: string;
            /** @enum {string} */
            level: "central" | "province" | "city" | "county" | "township";
            /** @enum {string} */
            kind: "抚恤补助" | "优待金" | "立功奖励" | "慰问金" | "困难救助" | "双拥经费" | "其他";
            fen: number;
            onDay: string;
            documentNo: string | null;
            papers: number;
            by: string;
            undoneBecause: string | null;
        };
        PayPeriods: {
            closed: {
                month: string;
                on: string;
                by: string;
                balance: {
                    account: string;
                    debitFen: number;
                    creditFen: number;
                }[];
                hash: string;
            }[];
            next: string;
            month: string;
            balance: {
                account: string;
                debitFen: number;
                creditFen: number;
            }[];
            moves: {
                debit: string;
                credit: string;
                fen: number;
                count: number;
            }[];
            standing: {
                payableFen: number;
                transitFen: number;
                claimFen: number;
            };
            blockers: {
                code: string;
                words: string;
            }[];
            held: {
                lines: number;
                fen: number;
            };
            start: {
                named: {
                    month: string;
                    reason: string;
                    by: string;
                    on: string;
                } | null;
                importedThrough: string | null;
                isPosted: boolean;
                openings: {
                    person: {
                        id: string;
                        name: string;
                    };
                    kind: string;
                    month: string;
                    fen: number;
                    openFen: number;
                    by: string;
                    on: string;
                }[];
            };
        };
        Raise: {
            from: string;
            to: string;
            people: number;
            moreFen: number;
            lessFen: number;
            months: {
                month: string;
                people: number;
                fen: number;
            }[];
            documents: {
                title: string;
                adoptedOn: string;
            }[];
            month: string;
            open: {
                id: string;
                number: string;
                state: string;
            } | null;
            withMonth: boolean;
        } | null;
        PayReturns: {
            returns: {
                lineId: string;
                batchId: string;
                number: string;
                kind: string;
                month: string;
                person: {
                    id: string;
                    name: string;
                };
                fen: number;
                /** @enum {string} */
                state: "returned" | "taken_back";
                reason: string | null;
                on: string;
                accountTail: string | null;
                hasNewAccount: boolean;
            }[];
        };
        PersonListed: {
            id: string;
            name: string;
            village: string | null;
            categories: string[];
            identity: string | null;
            state: string;
            paidThrough: string | null;
            lastVisit: string | null;
            missing: string[];
            holdReason: string | null;
        };
        Merge: {
            id: string;
            from: components["schemas"]["Twin"];
            into: components["schemas"]["Twin"];
            reason: string;
            mergedOn: string;
            mergedBy: string;
        };
        Twin: {
            id: string;
            name: string;
            identity: string | null;
            sex: string | null;
            bornOn: string | null;
            village: string | null;
            categories: string[];
            account: string | null;
            payments: number;
            paidFen: number;
        };
        MoneyEffect: {
            through: string;
            months: {
                month: string;
                fen: number;
            }[];
            moreFen: number;
            lessFen: number;
            claimFen: number;
            claims: {
                month: string;
                fen: number;
            }[];
            continued: string[];
            afterDeath: {
                kind: string;
                from: string;
                to: string;
                months: number;
                monthFen: number;
                fen: number;
                basis: string;
            }[];
            isSetOff: boolean;
        } | null;
        WaitingChange: {
            id: string;
            type: string;
            reason: string;
            askedOn: string;
            askedBy: string;
            mine: boolean;
            personId: string | null;
            personName: string | null;
            village: string | null;
            right: string | null;
            paperId: string | null;
            paperTitle: string | null;
            dueOn: string | null;
            changes: {
                field: string;
                header: string;
                before: string | null;
                after: string | null;
            }[];
        };
        RollEffects: {
            figures: {
                code: string;
                name: string;
                unit: string;
                year: number;
                before?: unknown;
                after?: unknown;
            }[];
            signedReports: {
                year: number;
                signedOn: string;
            }[];
            money?: components["schemas"]["MoneyEffect"];
            paidAfter: {
                fromMonth: string;
                payments: number;
                fen: number;
            } | null;
        };
        TwinPair: {
            left: components["schemas"]["Twin"];
            right: components["schemas"]["Twin"];
            why: string;
            doublePayments: number;
            doubleFen: number;
        };
        Person: {
            id: string;
            divisionId: string;
            name: string;
            sex: string | null;
            age: number | null;
            bornOn: string | null;
            diedOn: string | null;
            village: string | null;
            identity: string | null;
            phone: string | null;
            account: string | null;
            rights: {
                spellId: string;
                version: number;
                cells: {
                    [key: string]: string | number | boolean | null;
                };
                source: {
                    file: string | null;
                    sheet: string;
                    row: number;
                } | null;
                origins: {
                    [key: string]: {
                        source: {
                            file: string | null;
                            sheet: string;
                            row: number;
                        } | null;
                        correction: {
                            on: string;
                            by: string;
                            reason: string | null;
                        } | null;
                    };
                };
                inForce: boolean;
                papers: number;
            }[];
            mergedIds: string[];
            mergedInto: {
                id: string;
                name: string;
            } | null;
            values: {
                [key: string]: {
                    value: string | number | boolean | null;
                    source: {
                        file: string | null;
                        sheet: string;
                        row: number;
                    } | null;
                };
            };
            state: string;
            categories: string[];
            paidThrough: string | null;
            lastVisit: string | null;
            missing: string[];
            timeline: {
                day: string;
                type: string;
                text: string;
                amountFen: number | null;
                record: {
                    kind: string;
                    id: string;
                };
                papers: number;
                source: {
                    file: string | null;
                    sheet: string;
                    row: number;
                } | null;
            }[];
            holds: {
                id: string;
                reason: string;
                heldOn: string;
                dueOn: string | null;
                changeId: string | null;
                hasPaper: boolean;
            }[];
            waiting: components["schemas"]["WaitingChange"][];
            position: number | null;
            count: number;
            previous: string | null;
            next: string | null;
        };
        DuePerson: {
            id: string;
            name: string;
            idTail: string | null;
            source: {
                sheet: string;
                row: number;
            } | null;
            rights: {
                category: string;
                months: {
                    month: string;
                    /** @enum {string} */
                    outcome: "due" | "notDue" | "unknown";
                    fen: number;
                    lines: {
                        component: string;
                        fund: string;
                        fen: number;
                    }[];
                    reason?: string;
                    missing?: string[];
                    derived?: boolean;
                }[];
            }[];
            totalFen: number;
        };
        PersonFacts: {
            id: string;
            name: string;
            plain: {
                born: string | null;
                died: string | null;
                deathCause: string | null;
                region: string;
                rights: {
                    id: string;
                    category: string;
                    from: string;
                    stop: string | null;
                    approved: string | null;
                    periods: {
                        from: string;
                        to?: string | null;
                        region: string;
                        grade: number | null;
                        cause: string | null;
                        era: string | null;
                        halfYears: number;
                        residence: string | null;
                        housed: boolean | null;
                    }[];
                }[];
            };
            rights: {
                category: string;
                rows: {
                    spellId: string;
                    source: {
                        sheet: string;
                        row: number;
                    } | null;
                    papers: {
                        id: string;
                        title: string;
                    }[];
                }[];
            }[];
            families: {
                soldier: string;
                source: {
                    sheet: string;
                    row: number;
                } | null;
                plain: {
                    born: string | null;
                    died: string | null;
                    deathCause: string | null;
                    region: string;
                    rights: {
                        id: string;
                        category: string;
                        from: string;
                        stop: string | null;
                        approved: string | null;
                        periods: {
                            from: string;
                            to?: string | null;
                            region: string;
                            grade: number | null;
                            cause: string | null;
                            era: string | null;
                            halfYears: number;
                            residence: string | null;
                            housed: boolean | null;
                        }[];
                    }[];
                };
            }[];
        };
        LedgerRow: {
            id: string;
            cells: {
                [key: string]: string | number | boolean | null;
            };
            papers: number;
            evidenced: boolean;
            pictures: string[];
            source: {
                file: string | null;
                sheet: string;
                row: number;
            } | null;
            version: number;
            personId: string | null;
            personLink: string | null;
        };
        Report: {
            draft: {
                year: number;
                title: string;
                names: string[];
                blocks: {
                    /** @enum {string} */
                    section: "opening" | "一" | "二" | "三" | "四" | "五" | "closing";
                    heading?: string;
                    sentences: {
                        id: string;
                        place: string;
                        opensParagraph?: boolean;
                        reused?: boolean;
                        runs: ({
                            /** @enum {string} */
                            kind: "text";
                            text: string;
                        } | {
                            /** @enum {string} */
                            kind: "figure";
                            code: string;
                            unit: string;
                            /** @enum {string} */
                            form: "auto" | "exact" | "chinese" | "rounded" | "chineseRounded" | "wan" | "num" | "den";
                            text: string;
                            marks: ("估" | "未佐证")[];
                        } | {
                            /** @enum {string} */
                            kind: "typed";
                            text: string;
                            reason: string;
                            who: string;
                        })[];
                    }[];
                }[];
            };
            /** @enum {string} */
            state: "none" | "draft" | "sent" | "signed";
            version: number;
            fingerprint: string;
            checks: {
                code: string;
                /** @enum {string} */
                severity: "must" | "look";
                place: string;
                sentenceId: string;
                figure?: string;
                text: string;
                message: string;
            }[];
            counts: {
                total: number;
                evidenced: number;
                unevidenced: number;
                typed: number;
            };
            figures: {
                code: string;
                name: string;
                unit: string;
                value: number | string | {
                    num: number;
                    den: number;
                } | null;
                reason?: string;
                estimated: boolean;
                unevidenced: number;
                records: number;
                asOf: string;
                definition: string;
                forms: {
                    form: string;
                    text: string;
                }[];
            }[];
            saved: {
                at: string;
                by: string;
            } | null;
            sent: {
                at: string;
                by: string;
            } | null;
            returned: {
                at: string;
                by: string;
                reason: string;
            } | null;
            hasLastYear: boolean;
            signing: {
                signedOn: string;
                signedBy: string;
                method: string;
            } | null;
            differences: {
                code: string;
                name: string;
                before: string;
                after: string;
                place: string;
                sentence: string;
                because: string;
            }[];
        };
        SearchGroup: {
            title: string;
            items: {
                label: string;
                detail: string;
                opens: components["schemas"]["SearchOpens"];
            }[];
        };
        SearchOpens: {
            /** @enum {string} */
            type: "record";
            kind: string;
            id: string;
        } | {
            /** @enum {string} */
            type: "list";
            kind: string;
            q: string;
        } | {
            /** @enum {string} */
            type: "village";
            name: string;
        } | {
            /** @enum {string} */
            type: "figure";
            code: string;
        } | {
            /** @enum {string} */
            type: "page";
            path: string;
            tab?: string;
        };
        Setting: {
            code: string;
            name: string;
            note: string;
            value?: unknown;
            isFromAbove: boolean;
            history: {
                value?: unknown;
                effectiveFrom: string;
                basis: string | null;
                paperId: string | null;
                setAt: string;
                setBy: string;
            }[];
        };
        Rate: {
            code: string;
            key: string;
            amount: number | null;
            unit: string;
            region: string;
            fund: string | null;
            from: string | null;
            to: string | null;
            /** @enum {string} */
            status: "published" | "derived" | "unknown";
            confidence: string | null;
            derivation: string | null;
            article: string | null;
            package: string | null;
            source: {
                id: string;
                title: string;
                issuer: string | null;
                number: string | null;
                issued: string | null;
                url: string | null;
            } | null;
        };
        LawPackage: {
            id: string;
            code: string;
            title: string;
            /** @enum {string} */
            origin: "typed" | "pasted" | "file" | "derived";
            /** @enum {string} */
            state: "entered" | "adopted" | "returned" | "withdrawn";
            values: number;
            body?: unknown;
            history: {
                /** @enum {string} */
                state: "entered" | "adopted" | "returned" | "withdrawn";
                at: string;
                officeDay: string;
                actorName: string;
                paperId: string | null;
                reason: string | null;
            }[];
            isHere: boolean;
            mayAdopt: boolean;
            mayReturn: boolean;
            mayWithdraw: boolean;
            mayTakeBack: boolean;
            isReplaced?: boolean;
        };
        LawEffect: {
            from: string;
            to: string;
            now: string;
            people: number;
            personMonths: number;
            wasFen: number;
            isFen: number;
            wasUnknown: number;
            byCategory: {
                category: string;
                people: number;
                personMonths: number;
                wasFen: number;
                isFen: number;
                wasUnknown: number;
            }[];
            byMonth: {
                month: string;
                people: number;
                personMonths: number;
                wasFen: number;
                isFen: number;
                wasUnknown: number;
            }[];
            byFund: {
                fund: string;
                fen: number;
            }[];
            arrears: {
                people: number;
                personMonths: number;
                fen: number;
            };
            nowUnknown: number;
            continued?: boolean;
            persons: {
                id: string;
                name: string;
                idTail: string | null;
                category: string;
                from: string;
                to: string;
                months: number;
                wasFen: number;
                isFen: number;
                wasUnknown: number;
                arrearsFen: number;
            }[];
        };
        TransferSlip: {
            id: string;
            /** @enum {string} */
            direction: "out" | "in";
            toAccept: boolean;
            personId: string;
            name: string;
            village: string | null;
            categories: string[];
            office: string;
            otherOffice: string;
            slipOn: string;
            paidThrough: string;
            documentNo: string | null;
            /** @enum {string} */
            state: "sent" | "accepted" | "withdrawn" | "voided";
            endedOn: string | null;
            endedBy: string | null;
            remark: string | null;
            papers: number;
            gap: {
                from: string;
                to: string;
            } | null;
            asked: {
                reason: string;
                by: string;
                on: string;
                paidThrough: string | null;
            } | null;
        };
        User: {
            id: string;
            name: string;
            lockedUntil: string | null;
            roles: {
                id: string;
                /** @enum {string} */
                role: "经办" | "复核" | "批准" | "财政所" | "查阅" | "管理" | "审计员";
                divisionCode: string;
                divisionName: string;
                grantedAt: string;
                grantedBy: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
