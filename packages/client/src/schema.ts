// Written by "npm run client" from the OpenAPI document of the gateway.

export interface paths {
    "/api/v2/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs, the newest first
         * @description With `q`, a page may hold fewer jobs than asked for, or none, and still have a next one.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `nextCursor` of the page before */
                    cursor?: string;
                    limit?: number;
                    /** @description One state or several, with commas between them */
                    state?: string;
                    kind?: string;
                    parent?: string;
                    root?: string;
                    /** @description Only jobs that no other job spawned */
                    roots?: string;
                    fingerprint?: string;
                    /** @description Name, id or source of a repository: jobs that collect it or were spawned by that, and reports on it */
                    repository?: string;
                    /** @description Code of the last error */
                    error?: string;
                    /** @description Text in the kind, the values of the payload or the error message, or the beginning of the id */
                    q?: string;
                    from?: string;
                    to?: string;
                    /** @description Leaves out `payload` and `result`, which may be large */
                    brief?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                queue: string;
                                /** @enum {string} */
                                state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled";
                                /** @enum {string} */
                                priority: "urgent" | "high" | "normal" | "low";
                                attempt: number;
                                maxAttempts: number;
                                crashes: number;
                                progress: {
                                    [key: string]: unknown;
                                } | null;
                                /** @description What it is about: its input in a few words */
                                subject: string;
                                payload?: {
                                    [key: string]: unknown;
                                };
                                result?: unknown;
                                error: {
                                    code: string;
                                    message: string;
                                    retryable: boolean;
                                    stack?: string;
                                    /** @description What to do about it */
                                    advice: string;
                                } | null;
                                fingerprint: string | null;
                                parentId: string | null;
                                /** Format: uuid */
                                rootId: string;
                                /** @description The job that this one does again */
                                replayOf: string | null;
                                tree: {
                                    total: number;
                                    queued: number;
                                    running: number;
                                    succeeded: number;
                                    failed: number;
                                    cancelled: number;
                                };
                                traceId: string | null;
                                createdAt: string;
                                runAt: string;
                                startedAt: string | null;
                                finishedAt: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Submit a job
         * @description Accepted when answered: the job is committed. The same Idempotency-Key gives the same job.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            /** @description A job of one of the kinds that GET /api/v2/kinds lists. */
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "collect";
                        payload: {
                            /** @description A path on this machine, a git URL (https, ssh, git or file), or owner/name on GitHub */
                            source: string;
                            /** @description Only this pull request; for sources that can be asked for one, others read what is new */
                            number?: number;
                            /** @description Read everything again from the beginning and compare it with what is stored */
                            whole?: boolean;
                        };
                        /** @enum {string} */
                        priority?: "urgent" | "high" | "normal" | "low";
                        /**
                         * Format: date-time
                         * @description Not before this moment
                         */
                        runAt?: string;
                        /** @description Not before this many milliseconds from now */
                        delayMs?: number;
                        maxAttempts?: number;
                        /**
                         * Format: uuid
                         * @description The job that this one does again, with its payload as it was or changed
                         */
                        replayOf?: string;
                    } | {
                        /** @enum {string} */
                        kind: "convert";
                        payload: {
                            /**
                             * Format: uuid
                             * @description A document that was stored by POST /documents
                             */
                            documentId: string;
                        };
                        /** @enum {string} */
                        priority?: "urgent" | "high" | "normal" | "low";
                        /**
                         * Format: date-time
                         * @description Not before this moment
                         */
                        runAt?: string;
                        /** @description Not before this many milliseconds from now */
                        delayMs?: number;
                        maxAttempts?: number;
                        /**
                         * Format: uuid
                         * @description The job that this one does again, with its payload as it was or changed
                         */
                        replayOf?: string;
                    } | {
                        /** @enum {string} */
                        kind: "embed";
                        payload: Record<string, never>;
                        /** @enum {string} */
                        priority?: "urgent" | "high" | "normal" | "low";
                        /**
                         * Format: date-time
                         * @description Not before this moment
                         */
                        runAt?: string;
                        /** @description Not before this many milliseconds from now */
                        delayMs?: number;
                        maxAttempts?: number;
                        /**
                         * Format: uuid
                         * @description The job that this one does again, with its payload as it was or changed
                         */
                        replayOf?: string;
                    } | {
                        /** @enum {string} */
                        kind: "index-document";
                        payload: {
                            /**
                             * Format: uuid
                             * @description A document that was converted
                             */
                            documentId: string;
                        };
                        /** @enum {string} */
                        priority?: "urgent" | "high" | "normal" | "low";
                        /**
                         * Format: date-time
                         * @description Not before this moment
                         */
                        runAt?: string;
                        /** @description Not before this many milliseconds from now */
                        delayMs?: number;
                        maxAttempts?: number;
                        /**
                         * Format: uuid
                         * @description The job that this one does again, with its payload as it was or changed
                         */
                        replayOf?: string;
                    } | {
                        /** @enum {string} */
                        kind: "index";
                        payload: {
                            /** @description Stored pull requests, at most 500 at a time */
                            pullRequestIds: string[];
                        };
                        /** @enum {string} */
                        priority?: "urgent" | "high" | "normal" | "low";
                        /**
                         * Format: date-time
                         * @description Not before this moment
                         */
                        runAt?: string;
                        /** @description Not before this many milliseconds from now */
                        delayMs?: number;
                        maxAttempts?: number;
                        /**
                         * Format: uuid
                         * @description The job that this one does again, with its payload as it was or changed
                         */
                        replayOf?: string;
                    } | {
                        /** @enum {string} */
                        kind: "remove-clone";
                        payload: {
                            /** @description Where the repository was read from */
                            origin: string;
                        };
                        /** @enum {string} */
                        priority?: "urgent" | "high" | "normal" | "low";
                        /**
                         * Format: date-time
                         * @description Not before this moment
                         */
                        runAt?: string;
                        /** @description Not before this many milliseconds from now */
                        delayMs?: number;
                        maxAttempts?: number;
                        /**
                         * Format: uuid
                         * @description The job that this one does again, with its payload as it was or changed
                         */
                        replayOf?: string;
                    } | {
                        /** @enum {string} */
                        kind: "report";
                        payload: {
                            /**
                             * Format: uuid
                             * @description Only this repository
                             */
                            repository?: string;
                            /** @description Only this person, by every name that they go by */
                            authors?: string[];
                            /**
                             * Format: date-time
                             * @description Merged at or after
                             */
                            from: string;
                            /**
                             * Format: date-time
                             * @description Merged before
                             */
                            to: string;
                            title?: string;
                            /**
                             * @description Your own words for its top; one whose numbers have no evidence is refused
                             * @default []
                             */
                            sentences?: string[];
                        };
                        /** @enum {string} */
                        priority?: "urgent" | "high" | "normal" | "low";
                        /**
                         * Format: date-time
                         * @description Not before this moment
                         */
                        runAt?: string;
                        /** @description Not before this many milliseconds from now */
                        delayMs?: number;
                        maxAttempts?: number;
                        /**
                         * Format: uuid
                         * @description The job that this one does again, with its payload as it was or changed
                         */
                        replayOf?: string;
                    } | {
                        /** @enum {string} */
                        kind: "score";
                        payload: {
                            /** @description Stored pull requests, at most 500 at a time */
                            pullRequestIds: string[];
                        };
                        /** @enum {string} */
                        priority?: "urgent" | "high" | "normal" | "low";
                        /**
                         * Format: date-time
                         * @description Not before this moment
                         */
                        runAt?: string;
                        /** @description Not before this many milliseconds from now */
                        delayMs?: number;
                        maxAttempts?: number;
                        /**
                         * Format: uuid
                         * @description The job that this one does again, with its payload as it was or changed
                         */
                        replayOf?: string;
                    } | {
                        /** @enum {string} */
                        kind: "train";
                        payload: {
                            /** @default 256 */
                            dimensions?: number;
                        };
                        /** @enum {string} */
                        priority?: "urgent" | "high" | "normal" | "low";
                        /**
                         * Format: date-time
                         * @description Not before this moment
                         */
                        runAt?: string;
                        /** @description Not before this many milliseconds from now */
                        delayMs?: number;
                        maxAttempts?: number;
                        /**
                         * Format: uuid
                         * @description The job that this one does again, with its payload as it was or changed
                         */
                        replayOf?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            queue: string;
                            /** @enum {string} */
                            state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled";
                            /** @enum {string} */
                            priority: "urgent" | "high" | "normal" | "low";
                            attempt: number;
                            maxAttempts: number;
                            crashes: number;
                            progress: {
                                [key: string]: unknown;
                            } | null;
                            /** @description What it is about: its input in a few words */
                            subject: string;
                            payload: {
                                [key: string]: unknown;
                            };
                            result: unknown;
                            error: {
                                code: string;
                                message: string;
                                retryable: boolean;
                                stack?: string;
                                /** @description What to do about it */
                                advice: string;
                            } | null;
                            fingerprint: string | null;
                            parentId: string | null;
                            /** Format: uuid */
                            rootId: string;
                            /** @description The job that this one does again */
                            replayOf: string | null;
                            tree: {
                                total: number;
                                queued: number;
                                running: number;
                                succeeded: number;
                                failed: number;
                                cancelled: number;
                            };
                            traceId: string | null;
                            createdAt: string;
                            runAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            attempts: {
                                attempt: number;
                                /** @enum {string} */
                                outcome: "succeeded" | "failed" | "cancelled" | "released" | "parked" | "crashed" | "running";
                                worker: string | null;
                                startedAt: string;
                                finishedAt: string | null;
                                error: {
                                    code: string;
                                    message: string;
                                    retryable: boolean;
                                    stack?: string;
                                    /** @description What to do about it */
                                    advice: string;
                                } | null;
                            }[];
                            /** @description Why the job is not running, in words; null when it runs or has ended */
                            waiting: string | null;
                            /** @description The same to decide by, with what to do */
                            waitingReason: ({
                                /** @enum {string} */
                                reason: "scheduled";
                                until: string;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "retry";
                                until: string;
                                attempt: number;
                                maxAttempts: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "rate-limit";
                                until: string;
                                message: string;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "paused";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "no-worker";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "busy";
                                workers: number;
                                /** @description Jobs that these workers run at a time */
                                slots: number;
                                running: number;
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "next";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            }) | null;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            queue: string;
                            /** @enum {string} */
                            state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled";
                            /** @enum {string} */
                            priority: "urgent" | "high" | "normal" | "low";
                            attempt: number;
                            maxAttempts: number;
                            crashes: number;
                            progress: {
                                [key: string]: unknown;
                            } | null;
                            /** @description What it is about: its input in a few words */
                            subject: string;
                            payload: {
                                [key: string]: unknown;
                            };
                            result: unknown;
                            error: {
                                code: string;
                                message: string;
                                retryable: boolean;
                                stack?: string;
                                /** @description What to do about it */
                                advice: string;
                            } | null;
                            fingerprint: string | null;
                            parentId: string | null;
                            /** Format: uuid */
                            rootId: string;
                            /** @description The job that this one does again */
                            replayOf: string | null;
                            tree: {
                                total: number;
                                queued: number;
                                running: number;
                                succeeded: number;
                                failed: number;
                                cancelled: number;
                            };
                            traceId: string | null;
                            createdAt: string;
                            runAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            attempts: {
                                attempt: number;
                                /** @enum {string} */
                                outcome: "succeeded" | "failed" | "cancelled" | "released" | "parked" | "crashed" | "running";
                                worker: string | null;
                                startedAt: string;
                                finishedAt: string | null;
                                error: {
                                    code: string;
                                    message: string;
                                    retryable: boolean;
                                    stack?: string;
                                    /** @description What to do about it */
                                    advice: string;
                                } | null;
                            }[];
                            /** @description Why the job is not running, in words; null when it runs or has ended */
                            waiting: string | null;
                            /** @description The same to decide by, with what to do */
                            waitingReason: ({
                                /** @enum {string} */
                                reason: "scheduled";
                                until: string;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "retry";
                                until: string;
                                attempt: number;
                                maxAttempts: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "rate-limit";
                                until: string;
                                message: string;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "paused";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "no-worker";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "busy";
                                workers: number;
                                /** @description Jobs that these workers run at a time */
                                slots: number;
                                running: number;
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "next";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            }) | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/jobs/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit up to 500 jobs, all or none */
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
                        jobs: ({
                            /** @enum {string} */
                            kind: "collect";
                            payload: {
                                /** @description A path on this machine, a git URL (https, ssh, git or file), or owner/name on GitHub */
                                source: string;
                                /** @description Only this pull request; for sources that can be asked for one, others read what is new */
                                number?: number;
                                /** @description Read everything again from the beginning and compare it with what is stored */
                                whole?: boolean;
                            };
                            /** @enum {string} */
                            priority?: "urgent" | "high" | "normal" | "low";
                            /**
                             * Format: date-time
                             * @description Not before this moment
                             */
                            runAt?: string;
                            /** @description Not before this many milliseconds from now */
                            delayMs?: number;
                            maxAttempts?: number;
                            /**
                             * Format: uuid
                             * @description The job that this one does again, with its payload as it was or changed
                             */
                            replayOf?: string;
                        } | {
                            /** @enum {string} */
                            kind: "convert";
                            payload: {
                                /**
                                 * Format: uuid
                                 * @description A document that was stored by POST /documents
                                 */
                                documentId: string;
                            };
                            /** @enum {string} */
                            priority?: "urgent" | "high" | "normal" | "low";
                            /**
                             * Format: date-time
                             * @description Not before this moment
                             */
                            runAt?: string;
                            /** @description Not before this many milliseconds from now */
                            delayMs?: number;
                            maxAttempts?: number;
                            /**
                             * Format: uuid
                             * @description The job that this one does again, with its payload as it was or changed
                             */
                            replayOf?: string;
                        } | {
                            /** @enum {string} */
                            kind: "embed";
                            payload: Record<string, never>;
                            /** @enum {string} */
                            priority?: "urgent" | "high" | "normal" | "low";
                            /**
                             * Format: date-time
                             * @description Not before this moment
                             */
                            runAt?: string;
                            /** @description Not before this many milliseconds from now */
                            delayMs?: number;
                            maxAttempts?: number;
                            /**
                             * Format: uuid
                             * @description The job that this one does again, with its payload as it was or changed
                             */
                            replayOf?: string;
                        } | {
                            /** @enum {string} */
                            kind: "index-document";
                            payload: {
                                /**
                                 * Format: uuid
                                 * @description A document that was converted
                                 */
                                documentId: string;
                            };
                            /** @enum {string} */
                            priority?: "urgent" | "high" | "normal" | "low";
                            /**
                             * Format: date-time
                             * @description Not before this moment
                             */
                            runAt?: string;
                            /** @description Not before this many milliseconds from now */
                            delayMs?: number;
                            maxAttempts?: number;
                            /**
                             * Format: uuid
                             * @description The job that this one does again, with its payload as it was or changed
                             */
                            replayOf?: string;
                        } | {
                            /** @enum {string} */
                            kind: "index";
                            payload: {
                                /** @description Stored pull requests, at most 500 at a time */
                                pullRequestIds: string[];
                            };
                            /** @enum {string} */
                            priority?: "urgent" | "high" | "normal" | "low";
                            /**
                             * Format: date-time
                             * @description Not before this moment
                             */
                            runAt?: string;
                            /** @description Not before this many milliseconds from now */
                            delayMs?: number;
                            maxAttempts?: number;
                            /**
                             * Format: uuid
                             * @description The job that this one does again, with its payload as it was or changed
                             */
                            replayOf?: string;
                        } | {
                            /** @enum {string} */
                            kind: "remove-clone";
                            payload: {
                                /** @description Where the repository was read from */
                                origin: string;
                            };
                            /** @enum {string} */
                            priority?: "urgent" | "high" | "normal" | "low";
                            /**
                             * Format: date-time
                             * @description Not before this moment
                             */
                            runAt?: string;
                            /** @description Not before this many milliseconds from now */
                            delayMs?: number;
                            maxAttempts?: number;
                            /**
                             * Format: uuid
                             * @description The job that this one does again, with its payload as it was or changed
                             */
                            replayOf?: string;
                        } | {
                            /** @enum {string} */
                            kind: "report";
                            payload: {
                                /**
                                 * Format: uuid
                                 * @description Only this repository
                                 */
                                repository?: string;
                                /** @description Only this person, by every name that they go by */
                                authors?: string[];
                                /**
                                 * Format: date-time
                                 * @description Merged at or after
                                 */
                                from: string;
                                /**
                                 * Format: date-time
                                 * @description Merged before
                                 */
                                to: string;
                                title?: string;
                                /**
                                 * @description Your own words for its top; one whose numbers have no evidence is refused
                                 * @default []
                                 */
                                sentences?: string[];
                            };
                            /** @enum {string} */
                            priority?: "urgent" | "high" | "normal" | "low";
                            /**
                             * Format: date-time
                             * @description Not before this moment
                             */
                            runAt?: string;
                            /** @description Not before this many milliseconds from now */
                            delayMs?: number;
                            maxAttempts?: number;
                            /**
                             * Format: uuid
                             * @description The job that this one does again, with its payload as it was or changed
                             */
                            replayOf?: string;
                        } | {
                            /** @enum {string} */
                            kind: "score";
                            payload: {
                                /** @description Stored pull requests, at most 500 at a time */
                                pullRequestIds: string[];
                            };
                            /** @enum {string} */
                            priority?: "urgent" | "high" | "normal" | "low";
                            /**
                             * Format: date-time
                             * @description Not before this moment
                             */
                            runAt?: string;
                            /** @description Not before this many milliseconds from now */
                            delayMs?: number;
                            maxAttempts?: number;
                            /**
                             * Format: uuid
                             * @description The job that this one does again, with its payload as it was or changed
                             */
                            replayOf?: string;
                        } | {
                            /** @enum {string} */
                            kind: "train";
                            payload: {
                                /** @default 256 */
                                dimensions?: number;
                            };
                            /** @enum {string} */
                            priority?: "urgent" | "high" | "normal" | "low";
                            /**
                             * Format: date-time
                             * @description Not before this moment
                             */
                            runAt?: string;
                            /** @description Not before this many milliseconds from now */
                            delayMs?: number;
                            maxAttempts?: number;
                            /**
                             * Format: uuid
                             * @description The job that this one does again, with its payload as it was or changed
                             */
                            replayOf?: string;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ids: string[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            queue: string;
                            /** @enum {string} */
                            state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled";
                            /** @enum {string} */
                            priority: "urgent" | "high" | "normal" | "low";
                            attempt: number;
                            maxAttempts: number;
                            crashes: number;
                            progress: {
                                [key: string]: unknown;
                            } | null;
                            /** @description What it is about: its input in a few words */
                            subject: string;
                            payload: {
                                [key: string]: unknown;
                            };
                            result: unknown;
                            error: {
                                code: string;
                                message: string;
                                retryable: boolean;
                                stack?: string;
                                /** @description What to do about it */
                                advice: string;
                            } | null;
                            fingerprint: string | null;
                            parentId: string | null;
                            /** Format: uuid */
                            rootId: string;
                            /** @description The job that this one does again */
                            replayOf: string | null;
                            tree: {
                                total: number;
                                queued: number;
                                running: number;
                                succeeded: number;
                                failed: number;
                                cancelled: number;
                            };
                            traceId: string | null;
                            createdAt: string;
                            runAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            attempts: {
                                attempt: number;
                                /** @enum {string} */
                                outcome: "succeeded" | "failed" | "cancelled" | "released" | "parked" | "crashed" | "running";
                                worker: string | null;
                                startedAt: string;
                                finishedAt: string | null;
                                error: {
                                    code: string;
                                    message: string;
                                    retryable: boolean;
                                    stack?: string;
                                    /** @description What to do about it */
                                    advice: string;
                                } | null;
                            }[];
                            /** @description Why the job is not running, in words; null when it runs or has ended */
                            waiting: string | null;
                            /** @description The same to decide by, with what to do */
                            waitingReason: ({
                                /** @enum {string} */
                                reason: "scheduled";
                                until: string;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "retry";
                                until: string;
                                attempt: number;
                                maxAttempts: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "rate-limit";
                                until: string;
                                message: string;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "paused";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "no-worker";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "busy";
                                workers: number;
                                /** @description Jobs that these workers run at a time */
                                slots: number;
                                running: number;
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "next";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            }) | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/jobs/{id}/tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A job and all it spawned
         * @description At most 5000 jobs, in the order of creation; parentId tells the shape.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                queue: string;
                                /** @enum {string} */
                                state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled";
                                /** @enum {string} */
                                priority: "urgent" | "high" | "normal" | "low";
                                attempt: number;
                                maxAttempts: number;
                                crashes: number;
                                progress: {
                                    [key: string]: unknown;
                                } | null;
                                /** @description What it is about: its input in a few words */
                                subject: string;
                                payload?: {
                                    [key: string]: unknown;
                                };
                                result?: unknown;
                                error: {
                                    code: string;
                                    message: string;
                                    retryable: boolean;
                                    stack?: string;
                                    /** @description What to do about it */
                                    advice: string;
                                } | null;
                                fingerprint: string | null;
                                parentId: string | null;
                                /** Format: uuid */
                                rootId: string;
                                /** @description The job that this one does again */
                                replayOf: string | null;
                                tree: {
                                    total: number;
                                    queued: number;
                                    running: number;
                                    succeeded: number;
                                    failed: number;
                                    cancelled: number;
                                };
                                traceId: string | null;
                                createdAt: string;
                                runAt: string;
                                startedAt: string | null;
                                finishedAt: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job and all it spawned
         * @description Waiting jobs end at once, running ones as soon as their worker hears of it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cancelled: string[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a failed job run again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            queue: string;
                            /** @enum {string} */
                            state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled";
                            /** @enum {string} */
                            priority: "urgent" | "high" | "normal" | "low";
                            attempt: number;
                            maxAttempts: number;
                            crashes: number;
                            progress: {
                                [key: string]: unknown;
                            } | null;
                            /** @description What it is about: its input in a few words */
                            subject: string;
                            payload: {
                                [key: string]: unknown;
                            };
                            result: unknown;
                            error: {
                                code: string;
                                message: string;
                                retryable: boolean;
                                stack?: string;
                                /** @description What to do about it */
                                advice: string;
                            } | null;
                            fingerprint: string | null;
                            parentId: string | null;
                            /** Format: uuid */
                            rootId: string;
                            /** @description The job that this one does again */
                            replayOf: string | null;
                            tree: {
                                total: number;
                                queued: number;
                                running: number;
                                succeeded: number;
                                failed: number;
                                cancelled: number;
                            };
                            traceId: string | null;
                            createdAt: string;
                            runAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            attempts: {
                                attempt: number;
                                /** @enum {string} */
                                outcome: "succeeded" | "failed" | "cancelled" | "released" | "parked" | "crashed" | "running";
                                worker: string | null;
                                startedAt: string;
                                finishedAt: string | null;
                                error: {
                                    code: string;
                                    message: string;
                                    retryable: boolean;
                                    stack?: string;
                                    /** @description What to do about it */
                                    advice: string;
                                } | null;
                            }[];
                            /** @description Why the job is not running, in words; null when it runs or has ended */
                            waiting: string | null;
                            /** @description The same to decide by, with what to do */
                            waitingReason: ({
                                /** @enum {string} */
                                reason: "scheduled";
                                until: string;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "retry";
                                until: string;
                                attempt: number;
                                maxAttempts: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "rate-limit";
                                until: string;
                                message: string;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "paused";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "no-worker";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "busy";
                                workers: number;
                                /** @description Jobs that these workers run at a time */
                                slots: number;
                                running: number;
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "next";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            }) | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/jobs/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel many jobs, each with all it spawned
         * @description By id or by the filters of the list. Those it could not be done to are told with the reason.
         */
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
                        ids: string[];
                        /**
                         * @description Tell what would happen and change nothing
                         * @default false
                         */
                        dryRun?: boolean;
                    } | {
                        /** @description As in GET /jobs; an empty one means every job */
                        filter: {
                            state?: string | ("scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled")[];
                            kind?: string;
                            /** Format: uuid */
                            parent?: string;
                            /** Format: uuid */
                            root?: string;
                            roots?: boolean | string;
                            fingerprint?: string;
                            /** @description Name, id or source of a repository: jobs that collect it or were spawned by that, and reports on it */
                            repository?: string;
                            /** @description Code of the last error */
                            error?: string;
                            /** @description Text in the kind, the values of the payload or the error message, or the beginning of the id */
                            q?: string;
                            /** Format: date-time */
                            from?: string;
                            /** Format: date-time */
                            to?: string;
                        };
                        /**
                         * @description The newest so many
                         * @default 1000
                         */
                        limit?: number;
                        /**
                         * @description Tell what would happen and change nothing
                         * @default false
                         */
                        dryRun?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            matched: number;
                            /** @description Of those that matched */
                            changed: number;
                            skipped: {
                                /** Format: uuid */
                                id: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/jobs/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let many failed jobs run again
         * @description By id or by the filters of the list. Those it could not be done to are told with the reason.
         */
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
                        ids: string[];
                        /**
                         * @description Tell what would happen and change nothing
                         * @default false
                         */
                        dryRun?: boolean;
                    } | {
                        /** @description As in GET /jobs; an empty one means every job */
                        filter: {
                            state?: string | ("scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled")[];
                            kind?: string;
                            /** Format: uuid */
                            parent?: string;
                            /** Format: uuid */
                            root?: string;
                            roots?: boolean | string;
                            fingerprint?: string;
                            /** @description Name, id or source of a repository: jobs that collect it or were spawned by that, and reports on it */
                            repository?: string;
                            /** @description Code of the last error */
                            error?: string;
                            /** @description Text in the kind, the values of the payload or the error message, or the beginning of the id */
                            q?: string;
                            /** Format: date-time */
                            from?: string;
                            /** Format: date-time */
                            to?: string;
                        };
                        /**
                         * @description The newest so many
                         * @default 1000
                         */
                        limit?: number;
                        /**
                         * @description Tell what would happen and change nothing
                         * @default false
                         */
                        dryRun?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            matched: number;
                            /** @description Of those that matched */
                            changed: number;
                            skipped: {
                                /** Format: uuid */
                                id: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow a job and its tree live (text/event-stream) */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "last-event-id"?: number;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Events "job" with the job as data, then one event "end" */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
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
    "/api/v2/jobs/{id}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many jobs a job spawned itself, by kind and state
         * @description GET /jobs?parent={id}&kind=…&state=… lists them.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                kind: string;
                                /** @enum {string} */
                                state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled";
                                count: number;
                                /** @description How many of these spawned jobs of their own */
                                spawned: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/jobs/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a job logged in all its attempts, the oldest line first
         * @description Lines arrive within a second. The field `attempt` tells which attempt wrote them.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `nextCursor` of the page before */
                    cursor?: string;
                    /** @description This level and graver ones */
                    level?: "trace" | "debug" | "info" | "warn" | "error" | "fatal";
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
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                at: string;
                                level: string;
                                message: string;
                                /** @description What was logged beside the message */
                                fields: {
                                    [key: string]: unknown;
                                };
                            }[];
                            nextCursor: string | null;
                            /** @description Lines of the job that are not kept: all but the newest 1,000, and those that came too fast */
                            dropped: number;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Job kinds with their schemas */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                kind: string;
                                title: string;
                                description: string;
                                queue: string;
                                /** @enum {string} */
                                priority: "urgent" | "high" | "normal" | "low";
                                timeoutMs: number;
                                retry: {
                                    attempts: number;
                                    baseMs: number;
                                    capMs: number;
                                };
                                /** @description JSON Schema */
                                payload: {
                                    [key: string]: unknown;
                                };
                                /** @description JSON Schema */
                                result: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
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
    "/api/v2/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each queue holds */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                name: string;
                                paused: boolean;
                                scheduled: number;
                                queued: number;
                                running: number;
                                retrying: number;
                                failed: number;
                                oldestWaitSeconds: number;
                            }[];
                        };
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
    "/api/v2/queues/{name}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start no further job of a queue */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            paused: boolean;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/queues/{name}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a paused queue go on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            paused: boolean;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How it goes: jobs of the last hour, queues, workers, newest collections, best work */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Jobs that ended in each of the last 60 minutes, the oldest first */
                            jobsPerMinute: {
                                minute: string;
                                succeeded: number;
                                failed: number;
                            }[];
                            /** @description In these minutes */
                            succeeded: number;
                            failed: number;
                            /** @description 0 to 1; null when no job has ended */
                            successRate: number | null;
                            oldestWaitSeconds: number;
                            queues: {
                                name: string;
                                paused: boolean;
                                scheduled: number;
                                queued: number;
                                running: number;
                                retrying: number;
                                failed: number;
                                oldestWaitSeconds: number;
                            }[];
                            workers: {
                                alive: number;
                                /** @description Alive, and running a job of any workspace */
                                busy: number;
                            };
                            /** @description The newest five */
                            collections: {
                                /** Format: uuid */
                                repositoryId: string;
                                name: string;
                                startedAt: string;
                                finishedAt: string | null;
                                found: number;
                                expected: number | null;
                                /** @enum {string} */
                                completeness: "collecting" | "complete" | "partial";
                                /** Format: uuid */
                                jobId: string;
                            }[];
                            /** @description The five most significant pull requests of the 90 days before the newest one */
                            achievements: {
                                /** Format: uuid */
                                id: string;
                                repository: string;
                                number: number | null;
                                title: string;
                                mergedAt: string;
                                significance: number;
                                kind: string;
                            }[];
                        };
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
    "/api/v2/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Worker processes, those alive first
         * @description Those that died stay in the list for a day.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description As the attempts of jobs name it */
                                id: string;
                                service: string;
                                version: string;
                                host: string;
                                pid: number;
                                queues: string[];
                                /** @description Jobs at a time, for each queue */
                                concurrency: number;
                                startedAt: string;
                                lastHeartbeatAt: string;
                                /** @description It gave a sign of life within the last 15 seconds */
                                alive: boolean;
                                /** @description What it runs of yours */
                                jobs: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    startedAt: string;
                                }[];
                                /** @description How many jobs of other workspaces it runs */
                                otherJobs: number;
                            }[];
                        };
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
    "/api/v2/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Failed jobs, those that failed alike together */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                fingerprint: string | null;
                                kind: string;
                                count: number;
                                firstAt: string;
                                lastAt: string;
                                error: {
                                    code: string;
                                    message: string;
                                    retryable: boolean;
                                    stack?: string;
                                    /** @description What to do about it */
                                    advice: string;
                                } | null;
                                /** @description What to do about all of them */
                                advice: string;
                                /** Format: uuid */
                                sampleJobId: string;
                            }[];
                        };
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
    "/api/v2/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let failed jobs run again: by id, by fingerprint, by kind, or all */
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
                        ids?: string[];
                        /** @description null: those that have none */
                        fingerprint?: string | null;
                        kind?: string;
                        /** @default 1000 */
                        limit?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            replayed: string[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recurring jobs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                kind: string;
                                /** @description What its jobs are about: the input in a few words */
                                subject: string;
                                payload: {
                                    [key: string]: unknown;
                                };
                                /** @enum {string} */
                                priority: "urgent" | "high" | "normal" | "low";
                                cron: string;
                                timezone: string;
                                enabled: boolean;
                                nextRunAt: string;
                                /** @description The next five moments; none while it is switched off */
                                nextRuns: string[];
                                lastJobId: string | null;
                            }[];
                        };
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
    "/api/v2/schedules/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Create or change a recurring job */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        kind: string;
                        /** @default {} */
                        payload?: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        priority?: "urgent" | "high" | "normal" | "low";
                        /** @description Five fields: minute, hour, day, month, weekday */
                        cron: string;
                        /**
                         * @description IANA name, such as Europe/Berlin
                         * @default UTC
                         */
                        timezone?: string;
                        /** @default true */
                        enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                            /** @description What its jobs are about: the input in a few words */
                            subject: string;
                            payload: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            priority: "urgent" | "high" | "normal" | "low";
                            cron: string;
                            timezone: string;
                            enabled: boolean;
                            nextRunAt: string;
                            /** @description The next five moments; none while it is switched off */
                            nextRuns: string[];
                            lastJobId: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** End a recurring job; what it has submitted stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/schedules/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit the job of a recurring one now, also while it is switched off
         * @description When it comes next stays as it was.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            queue: string;
                            /** @enum {string} */
                            state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled";
                            /** @enum {string} */
                            priority: "urgent" | "high" | "normal" | "low";
                            attempt: number;
                            maxAttempts: number;
                            crashes: number;
                            progress: {
                                [key: string]: unknown;
                            } | null;
                            /** @description What it is about: its input in a few words */
                            subject: string;
                            payload: {
                                [key: string]: unknown;
                            };
                            result: unknown;
                            error: {
                                code: string;
                                message: string;
                                retryable: boolean;
                                stack?: string;
                                /** @description What to do about it */
                                advice: string;
                            } | null;
                            fingerprint: string | null;
                            parentId: string | null;
                            /** Format: uuid */
                            rootId: string;
                            /** @description The job that this one does again */
                            replayOf: string | null;
                            tree: {
                                total: number;
                                queued: number;
                                running: number;
                                succeeded: number;
                                failed: number;
                                cancelled: number;
                            };
                            traceId: string | null;
                            createdAt: string;
                            runAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            attempts: {
                                attempt: number;
                                /** @enum {string} */
                                outcome: "succeeded" | "failed" | "cancelled" | "released" | "parked" | "crashed" | "running";
                                worker: string | null;
                                startedAt: string;
                                finishedAt: string | null;
                                error: {
                                    code: string;
                                    message: string;
                                    retryable: boolean;
                                    stack?: string;
                                    /** @description What to do about it */
                                    advice: string;
                                } | null;
                            }[];
                            /** @description Why the job is not running, in words; null when it runs or has ended */
                            waiting: string | null;
                            /** @description The same to decide by, with what to do */
                            waitingReason: ({
                                /** @enum {string} */
                                reason: "scheduled";
                                until: string;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "retry";
                                until: string;
                                attempt: number;
                                maxAttempts: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "rate-limit";
                                until: string;
                                message: string;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "paused";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "no-worker";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "busy";
                                workers: number;
                                /** @description Jobs that these workers run at a time */
                                slots: number;
                                running: number;
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            } | {
                                /** @enum {string} */
                                reason: "next";
                                queue: string;
                                /** @description Jobs of all workspaces that come before it, about; 1,000 stands for that many or more */
                                ahead: number;
                                /** @description What to do about it */
                                advice: string;
                            }) | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/repositories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Collected repositories, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `nextCursor` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                origin: string;
                                /**
                                 * @description What it was read with
                                 * @enum {string}
                                 */
                                sourceKind: "git" | "github";
                                /** @enum {string} */
                                visibility: "public" | "private" | "internal" | "unknown";
                                /** @description SPDX identifier */
                                license: string | null;
                                defaultBranch: string;
                                head: string | null;
                                /** @enum {string} */
                                completeness: "collecting" | "complete" | "partial";
                                pullRequestCount: number;
                                /** @description Merged pull requests that the source has, as far as it said so */
                                expectedPullRequests: number | null;
                                collectedAt: string | null;
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/repositories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One repository */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            origin: string;
                            /**
                             * @description What it was read with
                             * @enum {string}
                             */
                            sourceKind: "git" | "github";
                            /** @enum {string} */
                            visibility: "public" | "private" | "internal" | "unknown";
                            /** @description SPDX identifier */
                            license: string | null;
                            defaultBranch: string;
                            head: string | null;
                            /** @enum {string} */
                            completeness: "collecting" | "complete" | "partial";
                            pullRequestCount: number;
                            /** @description Merged pull requests that the source has, as far as it said so */
                            expectedPullRequests: number | null;
                            collectedAt: string | null;
                            createdAt: string;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Remove a repository and all that was derived from it
         * @description Ends its schedules, cancels jobs that collect it, removes its rows at once and its clone on disk by the job that is answered.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pullRequests: number;
                            /** Format: uuid */
                            job: string;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/pull-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Collected pull requests */
        get: {
            parameters: {
                query?: {
                    /** @description `nextCursor` of the page before */
                    cursor?: string;
                    limit?: number;
                    repository?: string;
                    /** @description By this name, or by another that was said to be the same person’s */
                    author?: string;
                    kind?: string;
                    /** @description Merged at or after */
                    from?: string;
                    /** @description Merged before */
                    to?: string;
                    /** @description Part of the title */
                    q?: string;
                    /** @description The greatest comes first; `value` is significance: money is known only once it is read */
                    sort?: "value" | "merged_at" | "size";
                    /** @description Prices every item; takes longer */
                    include?: "money";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                repositoryId: string;
                                repository: string;
                                /** @description Null for a change unit: a commit of a repository without pull requests */
                                number: number | null;
                                sha: string;
                                title: string;
                                author: string;
                                mergedAt: string;
                                additions: number;
                                deletions: number;
                                changedFiles: number;
                                how: string;
                                flags: string[];
                                /** @description The history was rewritten and the source does not have it any more */
                                vanished: boolean;
                                /** @description Null until it is scored */
                                kind: string | null;
                                /** @description Significance, 0 to 100, an order and not money; null until it is scored */
                                score: number | null;
                                /** @description The score where the least is announced of the repositories learned from */
                                low: number | null;
                                /** @description The score where the most is */
                                high: number | null;
                                /** @description With `include=money`: under the newest context */
                                money?: {
                                    /** @enum {string} */
                                    status: "valued";
                                    contextVersion: string;
                                    currency: string;
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                } | {
                                    /** @enum {string} */
                                    status: "not-valued";
                                    readonly because: string[];
                                };
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/pull-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pull request with its parts and the reasons of its score */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            repositoryId: string;
                            repository: string;
                            /** @description Null for a change unit: a commit of a repository without pull requests */
                            number: number | null;
                            sha: string;
                            title: string;
                            author: string;
                            mergedAt: string;
                            additions: number;
                            deletions: number;
                            changedFiles: number;
                            how: string;
                            flags: string[];
                            /** @description The history was rewritten and the source does not have it any more */
                            vanished: boolean;
                            /** @description Null until it is scored */
                            kind: string | null;
                            /** @description Significance, 0 to 100, an order and not money; null until it is scored */
                            score: number | null;
                            /** @description The score where the least is announced of the repositories learned from */
                            low: number | null;
                            /** @description The score where the most is */
                            high: number | null;
                            body: string;
                            authorLogin: string | null;
                            coAuthors: {
                                name: string;
                                login: string | null;
                            }[];
                            commitCount: number;
                            /** @description The first of them, oldest first; `commitCount` counts all */
                            commits: {
                                sha: string;
                                title: string;
                                /** @description The beginning of its text; places of claims count title, blank line, text */
                                body?: string;
                                author: {
                                    name: string;
                                    login: string | null;
                                };
                                authoredAt: string;
                            }[];
                            labels: string[];
                            reviewCount: number;
                            reviews: {
                                reviewer: string;
                                state: string;
                                submittedAt: string | null;
                            }[];
                            /** @description Issues it closes: `#12` in the same repository, else `owner/name#12` */
                            linkedIssues: string[];
                            files: ({
                                path: string;
                                additions: number;
                                deletions: number;
                            } & {
                                [key: string]: unknown;
                            })[];
                            /** @description As `git patch-id --stable` gives it: equal for the same change elsewhere */
                            patchId: string | null;
                            value: {
                                /** @description Name and version of the scoring method */
                                method: string;
                                kindProbability: number;
                                kindEvidence: string;
                                low: number;
                                high: number;
                                /** @description `hours` with `interval50` and `interval90`, what was `counted` and `leftOut`; or `because` it is unknown */
                                effort: {
                                    [key: string]: unknown;
                                };
                                /** @description Quantities that its text states, with the exact place */
                                claims: ({
                                    /**
                                     * @description Where it stands
                                     * @enum {string}
                                     */
                                    field: "title" | "body" | "commit" | "text";
                                    start: number;
                                    end: number;
                                    /** @description The field from `start` to `end`, to the letter */
                                    text: string;
                                    metric: string;
                                    /** @enum {string} */
                                    effect: "improvement" | "regression";
                                    value: (number | [
                                        number,
                                        number
                                    ]) | null;
                                    unit: string | null;
                                    baseline: {
                                        value: number;
                                        unit: string | null;
                                    } | null;
                                    after: {
                                        value: number;
                                        unit: string | null;
                                    } | null;
                                    /** @description Only what is `done` counts; a `regression` counts against */
                                    modality: string;
                                } & {
                                    [key: string]: unknown;
                                })[];
                                breakdown: {
                                    reason: string;
                                    contribution: number;
                                    evidence: string;
                                }[];
                                /** @description Under the newest context, with what became of it since */
                                money: {
                                    /** @enum {string} */
                                    status: "valued";
                                    contextVersion: string;
                                    currency: string;
                                    /** @description Once; never added to what recurs */
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    /** @description By the year */
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                    readonly parts: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        mechanism: string;
                                        /** @enum {string} */
                                        stream: "one-time" | "recurring";
                                        sign: 1 | -1;
                                        /** @description The item of the context whose prices were used */
                                        item: string | null;
                                        matchedBy: string | null;
                                        /** @description The words that state the quantity */
                                        quote: string;
                                        formula: string;
                                        readonly inputs: ({
                                            name: string;
                                            distribution: {
                                                [key: string]: unknown;
                                            };
                                            /** @enum {string} */
                                            source: "quote" | "context" | "default" | "facts";
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    }[];
                                    /** @description What was taken back when it was reverted */
                                    readonly clawedBack: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        mechanism: string;
                                        /** @enum {string} */
                                        stream: "one-time" | "recurring";
                                        sign: 1 | -1;
                                        /** @description The item of the context whose prices were used */
                                        item: string | null;
                                        matchedBy: string | null;
                                        /** @description The words that state the quantity */
                                        quote: string;
                                        formula: string;
                                        readonly inputs: ({
                                            name: string;
                                            distribution: {
                                                [key: string]: unknown;
                                            };
                                            /** @enum {string} */
                                            source: "quote" | "context" | "default" | "facts";
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    }[];
                                    /** @description Hours of work times their price; not taken off the value */
                                    cost: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    /** @description The result with one input at its 10th or 90th percentile and the others at their medians */
                                    readonly tornado: {
                                        input: string;
                                        stream: string;
                                        low: number;
                                        high: number;
                                    }[];
                                    readonly leftOut: string[];
                                } | {
                                    /** @enum {string} */
                                    status: "not-valued";
                                    readonly because: string[];
                                };
                                readonly history: {
                                    /** @enum {string} */
                                    event: "reverted" | "restored" | "repaired";
                                    /** @description The pull request that did it */
                                    by: string;
                                    at: string;
                                    quote: string;
                                }[];
                                /** @description The earliest pull request that carries the same change */
                                changeSet: string | null;
                                scoredAt: string;
                            } | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/pull-requests/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Up to 10 pull requests whose text is most like this one’s, by words and meaning */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {string} */
                                kind: "pull-request";
                                /** Format: uuid */
                                id: string;
                                number: number | null;
                                sha: string;
                                /** Format: uuid */
                                repositoryId: string;
                                repository: string;
                                author: string;
                                mergedAt: string;
                                changeKind: string | null;
                                title: string;
                                score: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/pull-requests/{id}/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was measured after the merge of what a pull request claims */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                claimHash: string;
                                /** @description Its words; null if the text does not state it any more, and then it does not count */
                                claim: string | null;
                                /** @description Whether the measurement bears the claim out; the newest of a claim that compares with it counts */
                                confirms: boolean;
                                value: number;
                                unit: string | null;
                                link: string | null;
                                quote: string | null;
                                measuredAt: string;
                                /** @description The id of the key */
                                observedBy: string;
                                observedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** State what was measured of a claim after the merge: from then on that counts instead of what is claimed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Its place in `value.claims` of the pull request, from 0, or its `hash` */
                        claim: number | string;
                        /** @description What was measured: the size of the change, below 0 if it went the other way, or the new level */
                        value: number;
                        /**
                         * @description As claims give it: `min`, `%`, `MB`; null for none
                         * @default null
                         */
                        unit?: string | null;
                        /**
                         * Format: uri
                         * @description Where it can be looked up
                         */
                        link?: string;
                        /** @description What was read there */
                        quote?: string;
                        /** Format: date-time */
                        measuredAt: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            claimHash: string;
                            /** @description Its words; null if the text does not state it any more, and then it does not count */
                            claim: string | null;
                            /** @description Whether the measurement bears the claim out; the newest of a claim that compares with it counts */
                            confirms: boolean;
                            value: number;
                            unit: string | null;
                            link: string | null;
                            quote: string | null;
                            measuredAt: string;
                            /** @description The id of the key */
                            observedBy: string;
                            observedAt: string;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/pull-requests/{id}/observations/{observation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an observation back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    observation: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a question from pull requests and documents
         * @description Questions that count merged pull requests are answered by counting, and show how. Others are answered with sentences of the sources, each with its citation; or refused, and say why.
         */
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
                        question: string;
                        /** @default {} */
                        filter?: {
                            /** @enum {string} */
                            source?: "pull-request" | "document";
                            /** Format: uuid */
                            repository?: string;
                            author?: string;
                            kind?: string;
                            /** @description Of documents, as ISO 639-3 */
                            language?: string;
                            /**
                             * Format: date-time
                             * @description Merged or added at or after
                             */
                            from?: string;
                            /**
                             * Format: date-time
                             * @description Merged or added before
                             */
                            to?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "answered";
                            /** @enum {string} */
                            by: "extraction" | "model";
                            sentences: {
                                text: string;
                                /** @description No sentence is without */
                                citations: {
                                    title: string;
                                    source: {
                                        /** @enum {string} */
                                        kind: "pull-request";
                                        /** Format: uuid */
                                        id: string;
                                        number: number | null;
                                        sha: string;
                                        /** Format: uuid */
                                        repositoryId: string;
                                        repository: string;
                                        author: string;
                                        mergedAt: string;
                                        changeKind: string | null;
                                    } | {
                                        /** @enum {string} */
                                        kind: "document";
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                        version: number;
                                        format: string;
                                        language: string | null;
                                    };
                                    passageId: string;
                                    /** @description Offsets into the text of the source: what stands there is what is quoted */
                                    start: number;
                                    end: number;
                                    page: number | null;
                                    quote: string;
                                }[];
                            }[];
                            /** @description Words of the question that stand in no passage */
                            readonly notFound: string[];
                            /** @description Sentences of a model that its citations do not bear out */
                            readonly dropped: {
                                text: string;
                                because: string;
                            }[];
                        } | {
                            /** @enum {string} */
                            status: "counted";
                            /** @enum {string} */
                            by: "sql";
                            counted: {
                                total: number;
                                groups: {
                                    key: string;
                                    count: number;
                                }[];
                                filters: {
                                    [key: string]: string;
                                };
                                /** @description Which words of the question led to what */
                                readonly words: {
                                    for: string;
                                    text: string;
                                    start: number;
                                    end: number;
                                }[];
                                sql: string;
                                parameters: (string | null)[];
                                /** @description How the database went about it */
                                plan: string[];
                            };
                        } | {
                            /** @enum {string} */
                            status: "refused";
                            code: string;
                            because: string;
                            readonly notFound: string[];
                        } | {
                            /** @enum {string} */
                            status: "unclear";
                            code: string;
                            because: string;
                            readonly words: string[];
                            readonly candidates: string[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/search/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the index is that the workspace is searched by, in this gateway */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "absent";
                        } | {
                            /** @enum {string} */
                            state: "building";
                            forMs: number;
                        } | {
                            /** @enum {string} */
                            state: "ready";
                            /** @enum {string} */
                            where: "memory" | "database";
                            passages: number;
                            /** @description Something changed since; the next state is being built */
                            stale: boolean;
                            buildMs: number;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find passages by words and meaning, the best of each source first */
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
                        query: string;
                        /** @default {} */
                        filter?: {
                            /** @enum {string} */
                            source?: "pull-request" | "document";
                            /** Format: uuid */
                            repository?: string;
                            author?: string;
                            kind?: string;
                            /** @description Of documents, as ISO 639-3 */
                            language?: string;
                            /**
                             * Format: date-time
                             * @description Merged or added at or after
                             */
                            from?: string;
                            /**
                             * Format: date-time
                             * @description Merged or added before
                             */
                            to?: string;
                        };
                        /** @default 10 */
                        limit?: number;
                        /** @description `nextCursor` of the page before */
                        cursor?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                title: string;
                                source: {
                                    /** @enum {string} */
                                    kind: "pull-request";
                                    /** Format: uuid */
                                    id: string;
                                    number: number | null;
                                    sha: string;
                                    /** Format: uuid */
                                    repositoryId: string;
                                    repository: string;
                                    author: string;
                                    mergedAt: string;
                                    changeKind: string | null;
                                } | {
                                    /** @enum {string} */
                                    kind: "document";
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    version: number;
                                    format: string;
                                    language: string | null;
                                };
                                passage: {
                                    id: string;
                                    text: string;
                                    /** @description Where it begins in the text of its source, in UTF-16 units */
                                    start: number;
                                    end: number;
                                    /** @description Headings above it, outermost first */
                                    headings: string[];
                                    /** @description The pages of a document that it touches */
                                    pages: {
                                        page: number;
                                        start: number;
                                        end: number;
                                    }[];
                                };
                                /** @description Where the words of the query stand in the text of the source */
                                readonly highlights: {
                                    start: number;
                                    end: number;
                                }[];
                                score: number;
                                /** @description What each kind of evidence gave; they add up to the score */
                                parts: {
                                    [key: string]: number;
                                };
                                /** @description Passages of other sources that say the same and are left out */
                                alike: number;
                                /** @description Further passages of this source that were found */
                                further: number;
                            }[];
                            nextCursor: string | null;
                            /** @description Words that no text holds, as they were read */
                            readonly corrections: {
                                written: string;
                                read: string;
                            }[];
                            /** @description How many were searched */
                            passages: number;
                            /** @description Something changed since they were read; the next state is being built */
                            stale: boolean;
                            tookMs: number;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /**
                                 * Format: uuid
                                 * @description Of the model, and of the job that trained it or first asked it
                                 */
                                id: string;
                                name: string;
                                dimensions: number;
                                /**
                                 * @description Vectors of length 1, or as the model gives them
                                 * @enum {string}
                                 */
                                normalisation: "unit" | "none";
                                /** @description How many it was trained on or was asked for */
                                passages: number;
                                terms: number;
                                /** @description SHA-256 of its bytes, or of what tells a model behind an address from others */
                                hash: string;
                                /** @enum {string} */
                                state: "building" | "serving" | "retired" | "refused";
                                /** @description Why it was refused */
                                reason: string | null;
                                /** @description Mean reciprocal rank of held-out passages, found by words alone and by meaning alone */
                                measured: {
                                    words: number;
                                    meaning: number;
                                    queries: number;
                                } | null;
                                /** @description That its vectors took so far, as the model counts them */
                                tokens: number;
                                costUsd: number;
                                trainedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/models/{id}/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How well a model finds, and how the vectors lie that it gives */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description Of the model, and of the job that trained it or first asked it
                             */
                            id: string;
                            name: string;
                            dimensions: number;
                            /**
                             * @description Vectors of length 1, or as the model gives them
                             * @enum {string}
                             */
                            normalisation: "unit" | "none";
                            /** @description How many it was trained on or was asked for */
                            passages: number;
                            terms: number;
                            /** @description SHA-256 of its bytes, or of what tells a model behind an address from others */
                            hash: string;
                            /** @enum {string} */
                            state: "building" | "serving" | "retired" | "refused";
                            /** @description Why it was refused */
                            reason: string | null;
                            /** @description Mean reciprocal rank of held-out passages, found by words alone and by meaning alone */
                            measured: {
                                words: number;
                                meaning: number;
                                queries: number;
                            } | null;
                            /** @description That its vectors took so far, as the model counts them */
                            tokens: number;
                            costUsd: number;
                            trainedAt: string;
                            /** @description Cosines, anisotropy, hubness, norms, duplicates, by source and type of document; recentDrift; under strategies the same of a sample cut by each chunk strategy */
                            quality: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/models/{id}/serve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an earlier model serve again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description Of the model, and of the job that trained it or first asked it
                             */
                            id: string;
                            name: string;
                            dimensions: number;
                            /**
                             * @description Vectors of length 1, or as the model gives them
                             * @enum {string}
                             */
                            normalisation: "unit" | "none";
                            /** @description How many it was trained on or was asked for */
                            passages: number;
                            terms: number;
                            /** @description SHA-256 of its bytes, or of what tells a model behind an address from others */
                            hash: string;
                            /** @enum {string} */
                            state: "building" | "serving" | "retired" | "refused";
                            /** @description Why it was refused */
                            reason: string | null;
                            /** @description Mean reciprocal rank of held-out passages, found by words alone and by meaning alone */
                            measured: {
                                words: number;
                                meaning: number;
                                queries: number;
                            } | null;
                            /** @description That its vectors took so far, as the model counts them */
                            tokens: number;
                            costUsd: number;
                            trainedAt: string;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports that are written, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `nextCursor` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Have a report written of a person or a repository and a period
         * @description It is there under the id of its job once that has succeeded.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Only this repository
                         */
                        repository?: string;
                        /** @description Only this person, by every name that they go by */
                        authors?: string[];
                        /**
                         * Format: date-time
                         * @description Merged at or after
                         */
                        from: string;
                        /**
                         * Format: date-time
                         * @description Merged before
                         */
                        to: string;
                        title?: string;
                        /**
                         * @description Your own words for its top; one whose numbers have no evidence is refused
                         * @default []
                         */
                        sentences?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description Of the report, and of the job that writes it
                             */
                            id: string;
                            state: string;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report as data, Markdown, a page or PDF */
        get: {
            parameters: {
                query?: {
                    format?: "json" | "markdown" | "html" | "pdf";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "text/markdown": unknown;
                        "text/html": unknown;
                        "application/pdf": unknown;
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                        "text/markdown": components["schemas"]["Problem"];
                        "text/html": components["schemas"]["Problem"];
                        "application/pdf": components["schemas"]["Problem"];
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
    "/api/v2/achievements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Achievements in their order */
        get: {
            parameters: {
                query?: {
                    /** @description What the evidence of each comes to; takes longer */
                    include?: "value";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                position: number;
                                /** @enum {string} */
                                state: "draft" | "published";
                                /** @description The newest; counts from 1 */
                                version: number;
                                /** @description The version that the public sees; older than `version` if changes wait */
                                publishedVersion: number | null;
                                publishedAt: string | null;
                                evidenceCount: number;
                                createdAt: string;
                                updatedAt: string;
                                /** @description With `include=value`: computed at this moment from the evidence */
                                value?: {
                                    /** @description Those that are assessed */
                                    pullRequests: number;
                                    /** @description How many of them maintainers would be expected to announce */
                                    announced: {
                                        low: number;
                                        mid: number;
                                        high: number;
                                    };
                                    /** @description Hours, 90 % interval */
                                    effort: {
                                        low: number;
                                        mid: number;
                                        high: number;
                                        estimated: number;
                                    } | null;
                                    /** @description Every effect once; null where no prices are declared */
                                    money: {
                                        contextVersion: string;
                                        currency: string;
                                        /** @description So many of `of` have a value; the others are not worth 0 but unknown */
                                        valued: number;
                                        of: number;
                                        oneTime: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                        recurring: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                            /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                            presentValue: {
                                                p10: number;
                                                p50: number;
                                                p90: number;
                                            };
                                        } | null;
                                        /** @description Value for each unit spent, of those pull requests that have both */
                                        perCost: {
                                            pullRequests: number;
                                            cost: {
                                                p10: number;
                                                p50: number;
                                                p90: number;
                                            };
                                            oneTime: {
                                                p10: number;
                                                p50: number;
                                                p90: number;
                                            } | null;
                                            recurringPresentValue: {
                                                p10: number;
                                                p50: number;
                                                p90: number;
                                            } | null;
                                        } | null;
                                        readonly duplicates: {
                                            id: string;
                                            quote: string;
                                            countedIn: string;
                                        }[];
                                    } | null;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add an achievement as a draft */
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
                        title: string;
                        /**
                         * @description Plain text with blank lines, `## ` headings, `- ` items, `> ` quotes, `code`, **bold**, [words](https://…)
                         * @default
                         */
                        story?: string;
                        /** @default [] */
                        evidence?: {
                            /** @enum {string} */
                            kind: "pull-request" | "document";
                            /**
                             * Format: uuid
                             * @description Of the pull request or the document
                             */
                            id: string;
                            /**
                             * @description The words that prove it, by their place; at most 2,000 UTF-16 units
                             * @default null
                             */
                            quote?: {
                                /**
                                 * @description `text` is that of a document
                                 * @enum {string}
                                 */
                                field: "title" | "body" | "commit" | "text";
                                /** @description Which of the commits */
                                index?: number;
                                start: number;
                                end: number;
                            } | null;
                            /** @default  */
                            note?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            position: number;
                            /** @enum {string} */
                            state: "draft" | "published";
                            /** @description The newest; counts from 1 */
                            version: number;
                            /** @description The version that the public sees; older than `version` if changes wait */
                            publishedVersion: number | null;
                            publishedAt: string | null;
                            evidenceCount: number;
                            createdAt: string;
                            updatedAt: string;
                            story: string;
                            evidence: ({
                                /** @enum {string} */
                                kind: "pull-request";
                                /** Format: uuid */
                                id: string;
                                /** @description Null if none was given, or the text does not say so any more */
                                quote: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    index?: number;
                                } | null;
                                /** @description A quote was given, and the text has changed since */
                                isQuoteGone: boolean;
                                note: string;
                                repository: string;
                                /**
                                 * @description Of its repository: publishing shows it
                                 * @enum {string}
                                 */
                                visibility: "public" | "private" | "internal" | "unknown";
                                /** @description Where it can be seen, if that is public */
                                url: string | null;
                                number: number | null;
                                sha: string;
                                title: string;
                                author: string;
                                mergedAt: string;
                                /** @description Such as feat or fix; null until it is scored */
                                changeKind: string | null;
                                /** @description The chance in per cent that maintainers would announce it; null until it is scored */
                                significance: {
                                    score: number;
                                    low: number;
                                    high: number;
                                } | null;
                                /** @description What its text states as done, to the letter */
                                readonly claims: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    metric: string;
                                    effect: string;
                                    modality: string;
                                    hash: string;
                                }[];
                                /** @description Null where no prices are declared */
                                money: ({
                                    /** @enum {string} */
                                    status: "valued";
                                    contextVersion: string;
                                    currency: string;
                                    /** @description Once; never added to what recurs */
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    /** @description By the year */
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                    readonly parts: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        mechanism: string;
                                        /** @enum {string} */
                                        stream: "one-time" | "recurring";
                                        sign: 1 | -1;
                                        /** @description The item of the context whose prices were used */
                                        item: string | null;
                                        matchedBy: string | null;
                                        /** @description The words that state the quantity */
                                        quote: string;
                                        formula: string;
                                        readonly inputs: ({
                                            name: string;
                                            distribution: {
                                                [key: string]: unknown;
                                            };
                                            /** @enum {string} */
                                            source: "quote" | "context" | "default" | "facts";
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    }[];
                                    /** @description What was taken back when it was reverted */
                                    readonly clawedBack: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        mechanism: string;
                                        /** @enum {string} */
                                        stream: "one-time" | "recurring";
                                        sign: 1 | -1;
                                        /** @description The item of the context whose prices were used */
                                        item: string | null;
                                        matchedBy: string | null;
                                        /** @description The words that state the quantity */
                                        quote: string;
                                        formula: string;
                                        readonly inputs: ({
                                            name: string;
                                            distribution: {
                                                [key: string]: unknown;
                                            };
                                            /** @enum {string} */
                                            source: "quote" | "context" | "default" | "facts";
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    }[];
                                    /** @description Hours of work times their price; not taken off the value */
                                    cost: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    /** @description The result with one input at its 10th or 90th percentile and the others at their medians */
                                    readonly tornado: {
                                        input: string;
                                        stream: string;
                                        low: number;
                                        high: number;
                                    }[];
                                    readonly leftOut: string[];
                                } | {
                                    /** @enum {string} */
                                    status: "not-valued";
                                    readonly because: string[];
                                }) | null;
                                readonly history: {
                                    /** @enum {string} */
                                    event: "reverted" | "restored" | "repaired";
                                    /** @description The pull request that did it */
                                    by: string;
                                    at: string;
                                    quote: string;
                                }[];
                            } | {
                                /** @enum {string} */
                                kind: "document";
                                /** Format: uuid */
                                id: string;
                                /** @description Null if none was given, or the text does not say so any more */
                                quote: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    index?: number;
                                } | null;
                                /** @description A quote was given, and the text has changed since */
                                isQuoteGone: boolean;
                                note: string;
                                name: string;
                                version: number;
                                title: string | null;
                                format: string | null;
                                pages: number | null;
                                addedAt: string;
                            })[];
                            /** @description Computed at this moment from the evidence */
                            value: {
                                /** @description Those that are assessed */
                                pullRequests: number;
                                /** @description How many of them maintainers would be expected to announce */
                                announced: {
                                    low: number;
                                    mid: number;
                                    high: number;
                                };
                                /** @description Hours, 90 % interval */
                                effort: {
                                    low: number;
                                    mid: number;
                                    high: number;
                                    estimated: number;
                                } | null;
                                /** @description Every effect once; null where no prices are declared */
                                money: {
                                    contextVersion: string;
                                    currency: string;
                                    /** @description So many of `of` have a value; the others are not worth 0 but unknown */
                                    valued: number;
                                    of: number;
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                    /** @description Value for each unit spent, of those pull requests that have both */
                                    perCost: {
                                        pullRequests: number;
                                        cost: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                        oneTime: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                        recurringPresentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                    } | null;
                                    readonly duplicates: {
                                        id: string;
                                        quote: string;
                                        countedIn: string;
                                    }[];
                                } | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/achievements/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put achievements in order; the public sees it at once */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Every achievement once, the first to be shown first */
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                position: number;
                                /** @enum {string} */
                                state: "draft" | "published";
                                /** @description The newest; counts from 1 */
                                version: number;
                                /** @description The version that the public sees; older than `version` if changes wait */
                                publishedVersion: number | null;
                                publishedAt: string | null;
                                evidenceCount: number;
                                createdAt: string;
                                updatedAt: string;
                                /** @description With `include=value`: computed at this moment from the evidence */
                                value?: {
                                    /** @description Those that are assessed */
                                    pullRequests: number;
                                    /** @description How many of them maintainers would be expected to announce */
                                    announced: {
                                        low: number;
                                        mid: number;
                                        high: number;
                                    };
                                    /** @description Hours, 90 % interval */
                                    effort: {
                                        low: number;
                                        mid: number;
                                        high: number;
                                        estimated: number;
                                    } | null;
                                    /** @description Every effect once; null where no prices are declared */
                                    money: {
                                        contextVersion: string;
                                        currency: string;
                                        /** @description So many of `of` have a value; the others are not worth 0 but unknown */
                                        valued: number;
                                        of: number;
                                        oneTime: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                        recurring: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                            /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                            presentValue: {
                                                p10: number;
                                                p50: number;
                                                p90: number;
                                            };
                                        } | null;
                                        /** @description Value for each unit spent, of those pull requests that have both */
                                        perCost: {
                                            pullRequests: number;
                                            cost: {
                                                p10: number;
                                                p50: number;
                                                p90: number;
                                            };
                                            oneTime: {
                                                p10: number;
                                                p50: number;
                                                p90: number;
                                            } | null;
                                            recurringPresentValue: {
                                                p10: number;
                                                p50: number;
                                                p90: number;
                                            } | null;
                                        } | null;
                                        readonly duplicates: {
                                            id: string;
                                            quote: string;
                                            countedIn: string;
                                        }[];
                                    } | null;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/achievements/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts of what might be told, from pull requests that no achievement tells of; nothing is stored */
        get: {
            parameters: {
                query?: {
                    /** @description Every name that the person goes by */
                    author?: string | string[];
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description As `POST /achievements` takes it */
                                draft: {
                                    title: string;
                                    /**
                                     * @description Plain text with blank lines, `## ` headings, `- ` items, `> ` quotes, `code`, **bold**, [words](https://…)
                                     * @default
                                     */
                                    story: string;
                                    /** @default [] */
                                    evidence: {
                                        /** @enum {string} */
                                        kind: "pull-request" | "document";
                                        /**
                                         * Format: uuid
                                         * @description Of the pull request or the document
                                         */
                                        id: string;
                                        /**
                                         * @description The words that prove it, by their place; at most 2,000 UTF-16 units
                                         * @default null
                                         */
                                        quote: {
                                            /**
                                             * @description `text` is that of a document
                                             * @enum {string}
                                             */
                                            field: "title" | "body" | "commit" | "text";
                                            /** @description Which of the commits */
                                            index?: number;
                                            start: number;
                                            end: number;
                                        } | null;
                                        /** @default  */
                                        note: string;
                                    }[];
                                };
                                /** @description Why it is suggested */
                                because: string[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/achievements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An achievement with its evidence and what that comes to now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            position: number;
                            /** @enum {string} */
                            state: "draft" | "published";
                            /** @description The newest; counts from 1 */
                            version: number;
                            /** @description The version that the public sees; older than `version` if changes wait */
                            publishedVersion: number | null;
                            publishedAt: string | null;
                            evidenceCount: number;
                            createdAt: string;
                            updatedAt: string;
                            story: string;
                            evidence: ({
                                /** @enum {string} */
                                kind: "pull-request";
                                /** Format: uuid */
                                id: string;
                                /** @description Null if none was given, or the text does not say so any more */
                                quote: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    index?: number;
                                } | null;
                                /** @description A quote was given, and the text has changed since */
                                isQuoteGone: boolean;
                                note: string;
                                repository: string;
                                /**
                                 * @description Of its repository: publishing shows it
                                 * @enum {string}
                                 */
                                visibility: "public" | "private" | "internal" | "unknown";
                                /** @description Where it can be seen, if that is public */
                                url: string | null;
                                number: number | null;
                                sha: string;
                                title: string;
                                author: string;
                                mergedAt: string;
                                /** @description Such as feat or fix; null until it is scored */
                                changeKind: string | null;
                                /** @description The chance in per cent that maintainers would announce it; null until it is scored */
                                significance: {
                                    score: number;
                                    low: number;
                                    high: number;
                                } | null;
                                /** @description What its text states as done, to the letter */
                                readonly claims: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    metric: string;
                                    effect: string;
                                    modality: string;
                                    hash: string;
                                }[];
                                /** @description Null where no prices are declared */
                                money: ({
                                    /** @enum {string} */
                                    status: "valued";
                                    contextVersion: string;
                                    currency: string;
                                    /** @description Once; never added to what recurs */
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    /** @description By the year */
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                    readonly parts: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        mechanism: string;
                                        /** @enum {string} */
                                        stream: "one-time" | "recurring";
                                        sign: 1 | -1;
                                        /** @description The item of the context whose prices were used */
                                        item: string | null;
                                        matchedBy: string | null;
                                        /** @description The words that state the quantity */
                                        quote: string;
                                        formula: string;
                                        readonly inputs: ({
                                            name: string;
                                            distribution: {
                                                [key: string]: unknown;
                                            };
                                            /** @enum {string} */
                                            source: "quote" | "context" | "default" | "facts";
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    }[];
                                    /** @description What was taken back when it was reverted */
                                    readonly clawedBack: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        mechanism: string;
                                        /** @enum {string} */
                                        stream: "one-time" | "recurring";
                                        sign: 1 | -1;
                                        /** @description The item of the context whose prices were used */
                                        item: string | null;
                                        matchedBy: string | null;
                                        /** @description The words that state the quantity */
                                        quote: string;
                                        formula: string;
                                        readonly inputs: ({
                                            name: string;
                                            distribution: {
                                                [key: string]: unknown;
                                            };
                                            /** @enum {string} */
                                            source: "quote" | "context" | "default" | "facts";
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    }[];
                                    /** @description Hours of work times their price; not taken off the value */
                                    cost: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    /** @description The result with one input at its 10th or 90th percentile and the others at their medians */
                                    readonly tornado: {
                                        input: string;
                                        stream: string;
                                        low: number;
                                        high: number;
                                    }[];
                                    readonly leftOut: string[];
                                } | {
                                    /** @enum {string} */
                                    status: "not-valued";
                                    readonly because: string[];
                                }) | null;
                                readonly history: {
                                    /** @enum {string} */
                                    event: "reverted" | "restored" | "repaired";
                                    /** @description The pull request that did it */
                                    by: string;
                                    at: string;
                                    quote: string;
                                }[];
                            } | {
                                /** @enum {string} */
                                kind: "document";
                                /** Format: uuid */
                                id: string;
                                /** @description Null if none was given, or the text does not say so any more */
                                quote: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    index?: number;
                                } | null;
                                /** @description A quote was given, and the text has changed since */
                                isQuoteGone: boolean;
                                note: string;
                                name: string;
                                version: number;
                                title: string | null;
                                format: string | null;
                                pages: number | null;
                                addedAt: string;
                            })[];
                            /** @description Computed at this moment from the evidence */
                            value: {
                                /** @description Those that are assessed */
                                pullRequests: number;
                                /** @description How many of them maintainers would be expected to announce */
                                announced: {
                                    low: number;
                                    mid: number;
                                    high: number;
                                };
                                /** @description Hours, 90 % interval */
                                effort: {
                                    low: number;
                                    mid: number;
                                    high: number;
                                    estimated: number;
                                } | null;
                                /** @description Every effect once; null where no prices are declared */
                                money: {
                                    contextVersion: string;
                                    currency: string;
                                    /** @description So many of `of` have a value; the others are not worth 0 but unknown */
                                    valued: number;
                                    of: number;
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                    /** @description Value for each unit spent, of those pull requests that have both */
                                    perCost: {
                                        pullRequests: number;
                                        cost: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                        oneTime: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                        recurringPresentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                    } | null;
                                    readonly duplicates: {
                                        id: string;
                                        quote: string;
                                        countedIn: string;
                                    }[];
                                } | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Save a new version; the public goes on seeing the one that was published */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /**
                         * @description Plain text with blank lines, `## ` headings, `- ` items, `> ` quotes, `code`, **bold**, [words](https://…)
                         * @default
                         */
                        story?: string;
                        /** @default [] */
                        evidence?: {
                            /** @enum {string} */
                            kind: "pull-request" | "document";
                            /**
                             * Format: uuid
                             * @description Of the pull request or the document
                             */
                            id: string;
                            /**
                             * @description The words that prove it, by their place; at most 2,000 UTF-16 units
                             * @default null
                             */
                            quote?: {
                                /**
                                 * @description `text` is that of a document
                                 * @enum {string}
                                 */
                                field: "title" | "body" | "commit" | "text";
                                /** @description Which of the commits */
                                index?: number;
                                start: number;
                                end: number;
                            } | null;
                            /** @default  */
                            note?: string;
                        }[];
                        /** @description The version that you have read; another is answered with 409 */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            position: number;
                            /** @enum {string} */
                            state: "draft" | "published";
                            /** @description The newest; counts from 1 */
                            version: number;
                            /** @description The version that the public sees; older than `version` if changes wait */
                            publishedVersion: number | null;
                            publishedAt: string | null;
                            evidenceCount: number;
                            createdAt: string;
                            updatedAt: string;
                            story: string;
                            evidence: ({
                                /** @enum {string} */
                                kind: "pull-request";
                                /** Format: uuid */
                                id: string;
                                /** @description Null if none was given, or the text does not say so any more */
                                quote: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    index?: number;
                                } | null;
                                /** @description A quote was given, and the text has changed since */
                                isQuoteGone: boolean;
                                note: string;
                                repository: string;
                                /**
                                 * @description Of its repository: publishing shows it
                                 * @enum {string}
                                 */
                                visibility: "public" | "private" | "internal" | "unknown";
                                /** @description Where it can be seen, if that is public */
                                url: string | null;
                                number: number | null;
                                sha: string;
                                title: string;
                                author: string;
                                mergedAt: string;
                                /** @description Such as feat or fix; null until it is scored */
                                changeKind: string | null;
                                /** @description The chance in per cent that maintainers would announce it; null until it is scored */
                                significance: {
                                    score: number;
                                    low: number;
                                    high: number;
                                } | null;
                                /** @description What its text states as done, to the letter */
                                readonly claims: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    metric: string;
                                    effect: string;
                                    modality: string;
                                    hash: string;
                                }[];
                                /** @description Null where no prices are declared */
                                money: ({
                                    /** @enum {string} */
                                    status: "valued";
                                    contextVersion: string;
                                    currency: string;
                                    /** @description Once; never added to what recurs */
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    /** @description By the year */
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                    readonly parts: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        mechanism: string;
                                        /** @enum {string} */
                                        stream: "one-time" | "recurring";
                                        sign: 1 | -1;
                                        /** @description The item of the context whose prices were used */
                                        item: string | null;
                                        matchedBy: string | null;
                                        /** @description The words that state the quantity */
                                        quote: string;
                                        formula: string;
                                        readonly inputs: ({
                                            name: string;
                                            distribution: {
                                                [key: string]: unknown;
                                            };
                                            /** @enum {string} */
                                            source: "quote" | "context" | "default" | "facts";
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    }[];
                                    /** @description What was taken back when it was reverted */
                                    readonly clawedBack: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        mechanism: string;
                                        /** @enum {string} */
                                        stream: "one-time" | "recurring";
                                        sign: 1 | -1;
                                        /** @description The item of the context whose prices were used */
                                        item: string | null;
                                        matchedBy: string | null;
                                        /** @description The words that state the quantity */
                                        quote: string;
                                        formula: string;
                                        readonly inputs: ({
                                            name: string;
                                            distribution: {
                                                [key: string]: unknown;
                                            };
                                            /** @enum {string} */
                                            source: "quote" | "context" | "default" | "facts";
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    }[];
                                    /** @description Hours of work times their price; not taken off the value */
                                    cost: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    /** @description The result with one input at its 10th or 90th percentile and the others at their medians */
                                    readonly tornado: {
                                        input: string;
                                        stream: string;
                                        low: number;
                                        high: number;
                                    }[];
                                    readonly leftOut: string[];
                                } | {
                                    /** @enum {string} */
                                    status: "not-valued";
                                    readonly because: string[];
                                }) | null;
                                readonly history: {
                                    /** @enum {string} */
                                    event: "reverted" | "restored" | "repaired";
                                    /** @description The pull request that did it */
                                    by: string;
                                    at: string;
                                    quote: string;
                                }[];
                            } | {
                                /** @enum {string} */
                                kind: "document";
                                /** Format: uuid */
                                id: string;
                                /** @description Null if none was given, or the text does not say so any more */
                                quote: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    index?: number;
                                } | null;
                                /** @description A quote was given, and the text has changed since */
                                isQuoteGone: boolean;
                                note: string;
                                name: string;
                                version: number;
                                title: string | null;
                                format: string | null;
                                pages: number | null;
                                addedAt: string;
                            })[];
                            /** @description Computed at this moment from the evidence */
                            value: {
                                /** @description Those that are assessed */
                                pullRequests: number;
                                /** @description How many of them maintainers would be expected to announce */
                                announced: {
                                    low: number;
                                    mid: number;
                                    high: number;
                                };
                                /** @description Hours, 90 % interval */
                                effort: {
                                    low: number;
                                    mid: number;
                                    high: number;
                                    estimated: number;
                                } | null;
                                /** @description Every effect once; null where no prices are declared */
                                money: {
                                    contextVersion: string;
                                    currency: string;
                                    /** @description So many of `of` have a value; the others are not worth 0 but unknown */
                                    valued: number;
                                    of: number;
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                    /** @description Value for each unit spent, of those pull requests that have both */
                                    perCost: {
                                        pullRequests: number;
                                        cost: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                        oneTime: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                        recurringPresentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                    } | null;
                                    readonly duplicates: {
                                        id: string;
                                        quote: string;
                                        countedIn: string;
                                    }[];
                                } | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Delete an achievement with all its versions */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/achievements/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What it said each time it was saved, the newest first; to undo, save an earlier one again */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                title: string;
                                /**
                                 * @description Plain text with blank lines, `## ` headings, `- ` items, `> ` quotes, `code`, **bold**, [words](https://…)
                                 * @default
                                 */
                                story: string;
                                /** @default [] */
                                evidence: {
                                    /** @enum {string} */
                                    kind: "pull-request" | "document";
                                    /**
                                     * Format: uuid
                                     * @description Of the pull request or the document
                                     */
                                    id: string;
                                    /**
                                     * @description The words that prove it, by their place; at most 2,000 UTF-16 units
                                     * @default null
                                     */
                                    quote: {
                                        /**
                                         * @description `text` is that of a document
                                         * @enum {string}
                                         */
                                        field: "title" | "body" | "commit" | "text";
                                        /** @description Which of the commits */
                                        index?: number;
                                        start: number;
                                        end: number;
                                    } | null;
                                    /** @default  */
                                    note: string;
                                }[];
                                version: number;
                                savedAt: string;
                                isPublished: boolean;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/achievements/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the newest version to the public, once the portfolio is published */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The version that you have read; another is answered with 409 */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            position: number;
                            /** @enum {string} */
                            state: "draft" | "published";
                            /** @description The newest; counts from 1 */
                            version: number;
                            /** @description The version that the public sees; older than `version` if changes wait */
                            publishedVersion: number | null;
                            publishedAt: string | null;
                            evidenceCount: number;
                            createdAt: string;
                            updatedAt: string;
                            story: string;
                            evidence: ({
                                /** @enum {string} */
                                kind: "pull-request";
                                /** Format: uuid */
                                id: string;
                                /** @description Null if none was given, or the text does not say so any more */
                                quote: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    index?: number;
                                } | null;
                                /** @description A quote was given, and the text has changed since */
                                isQuoteGone: boolean;
                                note: string;
                                repository: string;
                                /**
                                 * @description Of its repository: publishing shows it
                                 * @enum {string}
                                 */
                                visibility: "public" | "private" | "internal" | "unknown";
                                /** @description Where it can be seen, if that is public */
                                url: string | null;
                                number: number | null;
                                sha: string;
                                title: string;
                                author: string;
                                mergedAt: string;
                                /** @description Such as feat or fix; null until it is scored */
                                changeKind: string | null;
                                /** @description The chance in per cent that maintainers would announce it; null until it is scored */
                                significance: {
                                    score: number;
                                    low: number;
                                    high: number;
                                } | null;
                                /** @description What its text states as done, to the letter */
                                readonly claims: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    metric: string;
                                    effect: string;
                                    modality: string;
                                    hash: string;
                                }[];
                                /** @description Null where no prices are declared */
                                money: ({
                                    /** @enum {string} */
                                    status: "valued";
                                    contextVersion: string;
                                    currency: string;
                                    /** @description Once; never added to what recurs */
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    /** @description By the year */
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                    readonly parts: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        mechanism: string;
                                        /** @enum {string} */
                                        stream: "one-time" | "recurring";
                                        sign: 1 | -1;
                                        /** @description The item of the context whose prices were used */
                                        item: string | null;
                                        matchedBy: string | null;
                                        /** @description The words that state the quantity */
                                        quote: string;
                                        formula: string;
                                        readonly inputs: ({
                                            name: string;
                                            distribution: {
                                                [key: string]: unknown;
                                            };
                                            /** @enum {string} */
                                            source: "quote" | "context" | "default" | "facts";
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    }[];
                                    /** @description What was taken back when it was reverted */
                                    readonly clawedBack: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        mechanism: string;
                                        /** @enum {string} */
                                        stream: "one-time" | "recurring";
                                        sign: 1 | -1;
                                        /** @description The item of the context whose prices were used */
                                        item: string | null;
                                        matchedBy: string | null;
                                        /** @description The words that state the quantity */
                                        quote: string;
                                        formula: string;
                                        readonly inputs: ({
                                            name: string;
                                            distribution: {
                                                [key: string]: unknown;
                                            };
                                            /** @enum {string} */
                                            source: "quote" | "context" | "default" | "facts";
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    }[];
                                    /** @description Hours of work times their price; not taken off the value */
                                    cost: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    /** @description The result with one input at its 10th or 90th percentile and the others at their medians */
                                    readonly tornado: {
                                        input: string;
                                        stream: string;
                                        low: number;
                                        high: number;
                                    }[];
                                    readonly leftOut: string[];
                                } | {
                                    /** @enum {string} */
                                    status: "not-valued";
                                    readonly because: string[];
                                }) | null;
                                readonly history: {
                                    /** @enum {string} */
                                    event: "reverted" | "restored" | "repaired";
                                    /** @description The pull request that did it */
                                    by: string;
                                    at: string;
                                    quote: string;
                                }[];
                            } | {
                                /** @enum {string} */
                                kind: "document";
                                /** Format: uuid */
                                id: string;
                                /** @description Null if none was given, or the text does not say so any more */
                                quote: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    index?: number;
                                } | null;
                                /** @description A quote was given, and the text has changed since */
                                isQuoteGone: boolean;
                                note: string;
                                name: string;
                                version: number;
                                title: string | null;
                                format: string | null;
                                pages: number | null;
                                addedAt: string;
                            })[];
                            /** @description Computed at this moment from the evidence */
                            value: {
                                /** @description Those that are assessed */
                                pullRequests: number;
                                /** @description How many of them maintainers would be expected to announce */
                                announced: {
                                    low: number;
                                    mid: number;
                                    high: number;
                                };
                                /** @description Hours, 90 % interval */
                                effort: {
                                    low: number;
                                    mid: number;
                                    high: number;
                                    estimated: number;
                                } | null;
                                /** @description Every effect once; null where no prices are declared */
                                money: {
                                    contextVersion: string;
                                    currency: string;
                                    /** @description So many of `of` have a value; the others are not worth 0 but unknown */
                                    valued: number;
                                    of: number;
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                    /** @description Value for each unit spent, of those pull requests that have both */
                                    perCost: {
                                        pullRequests: number;
                                        cost: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                        oneTime: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                        recurringPresentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                    } | null;
                                    readonly duplicates: {
                                        id: string;
                                        quote: string;
                                        countedIn: string;
                                    }[];
                                } | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/achievements/{id}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hide it from the public; what was written stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            position: number;
                            /** @enum {string} */
                            state: "draft" | "published";
                            /** @description The newest; counts from 1 */
                            version: number;
                            /** @description The version that the public sees; older than `version` if changes wait */
                            publishedVersion: number | null;
                            publishedAt: string | null;
                            evidenceCount: number;
                            createdAt: string;
                            updatedAt: string;
                            story: string;
                            evidence: ({
                                /** @enum {string} */
                                kind: "pull-request";
                                /** Format: uuid */
                                id: string;
                                /** @description Null if none was given, or the text does not say so any more */
                                quote: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    index?: number;
                                } | null;
                                /** @description A quote was given, and the text has changed since */
                                isQuoteGone: boolean;
                                note: string;
                                repository: string;
                                /**
                                 * @description Of its repository: publishing shows it
                                 * @enum {string}
                                 */
                                visibility: "public" | "private" | "internal" | "unknown";
                                /** @description Where it can be seen, if that is public */
                                url: string | null;
                                number: number | null;
                                sha: string;
                                title: string;
                                author: string;
                                mergedAt: string;
                                /** @description Such as feat or fix; null until it is scored */
                                changeKind: string | null;
                                /** @description The chance in per cent that maintainers would announce it; null until it is scored */
                                significance: {
                                    score: number;
                                    low: number;
                                    high: number;
                                } | null;
                                /** @description What its text states as done, to the letter */
                                readonly claims: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    metric: string;
                                    effect: string;
                                    modality: string;
                                    hash: string;
                                }[];
                                /** @description Null where no prices are declared */
                                money: ({
                                    /** @enum {string} */
                                    status: "valued";
                                    contextVersion: string;
                                    currency: string;
                                    /** @description Once; never added to what recurs */
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    /** @description By the year */
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                    readonly parts: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        mechanism: string;
                                        /** @enum {string} */
                                        stream: "one-time" | "recurring";
                                        sign: 1 | -1;
                                        /** @description The item of the context whose prices were used */
                                        item: string | null;
                                        matchedBy: string | null;
                                        /** @description The words that state the quantity */
                                        quote: string;
                                        formula: string;
                                        readonly inputs: ({
                                            name: string;
                                            distribution: {
                                                [key: string]: unknown;
                                            };
                                            /** @enum {string} */
                                            source: "quote" | "context" | "default" | "facts";
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    }[];
                                    /** @description What was taken back when it was reverted */
                                    readonly clawedBack: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        mechanism: string;
                                        /** @enum {string} */
                                        stream: "one-time" | "recurring";
                                        sign: 1 | -1;
                                        /** @description The item of the context whose prices were used */
                                        item: string | null;
                                        matchedBy: string | null;
                                        /** @description The words that state the quantity */
                                        quote: string;
                                        formula: string;
                                        readonly inputs: ({
                                            name: string;
                                            distribution: {
                                                [key: string]: unknown;
                                            };
                                            /** @enum {string} */
                                            source: "quote" | "context" | "default" | "facts";
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    }[];
                                    /** @description Hours of work times their price; not taken off the value */
                                    cost: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    /** @description The result with one input at its 10th or 90th percentile and the others at their medians */
                                    readonly tornado: {
                                        input: string;
                                        stream: string;
                                        low: number;
                                        high: number;
                                    }[];
                                    readonly leftOut: string[];
                                } | {
                                    /** @enum {string} */
                                    status: "not-valued";
                                    readonly because: string[];
                                }) | null;
                                readonly history: {
                                    /** @enum {string} */
                                    event: "reverted" | "restored" | "repaired";
                                    /** @description The pull request that did it */
                                    by: string;
                                    at: string;
                                    quote: string;
                                }[];
                            } | {
                                /** @enum {string} */
                                kind: "document";
                                /** Format: uuid */
                                id: string;
                                /** @description Null if none was given, or the text does not say so any more */
                                quote: {
                                    text: string;
                                    field: string;
                                    start: number;
                                    end: number;
                                    index?: number;
                                } | null;
                                /** @description A quote was given, and the text has changed since */
                                isQuoteGone: boolean;
                                note: string;
                                name: string;
                                version: number;
                                title: string | null;
                                format: string | null;
                                pages: number | null;
                                addedAt: string;
                            })[];
                            /** @description Computed at this moment from the evidence */
                            value: {
                                /** @description Those that are assessed */
                                pullRequests: number;
                                /** @description How many of them maintainers would be expected to announce */
                                announced: {
                                    low: number;
                                    mid: number;
                                    high: number;
                                };
                                /** @description Hours, 90 % interval */
                                effort: {
                                    low: number;
                                    mid: number;
                                    high: number;
                                    estimated: number;
                                } | null;
                                /** @description Every effect once; null where no prices are declared */
                                money: {
                                    contextVersion: string;
                                    currency: string;
                                    /** @description So many of `of` have a value; the others are not worth 0 but unknown */
                                    valued: number;
                                    of: number;
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                    /** @description Value for each unit spent, of those pull requests that have both */
                                    perCost: {
                                        pullRequests: number;
                                        cost: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                        oneTime: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                        recurringPresentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                    } | null;
                                    readonly duplicates: {
                                        id: string;
                                        quote: string;
                                        countedIn: string;
                                    }[];
                                } | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/portfolio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The profile of the portfolio */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default  */
                            name: string;
                            /** @default  */
                            headline: string;
                            /**
                             * @description Plain text as stories of achievements are
                             * @default
                             */
                            about: string;
                            /** @default [] */
                            links: {
                                label: string;
                                /** Format: uri */
                                url: string;
                            }[];
                            /**
                             * @description The site is at /portfolio/<slug>/; without one at /portfolio/, which one workspace can have
                             * @default null
                             */
                            slug: string | null;
                            /** @description 0 until it is saved first */
                            version: number;
                            /** @enum {string} */
                            state: "draft" | "published";
                            /** @description The version that the public sees; older than `version` if changes wait */
                            publishedVersion: number | null;
                            publishedAt: string | null;
                            updatedAt: string | null;
                            /** @description Where the public finds it; null while it is not published */
                            address: string | null;
                            publishedAchievements: number;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Save the profile; the public goes on seeing the one that was published */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        name?: string;
                        /** @default  */
                        headline?: string;
                        /**
                         * @description Plain text as stories of achievements are
                         * @default
                         */
                        about?: string;
                        /** @default [] */
                        links?: {
                            label: string;
                            /** Format: uri */
                            url: string;
                        }[];
                        /**
                         * @description The site is at /portfolio/<slug>/; without one at /portfolio/, which one workspace can have
                         * @default null
                         */
                        slug?: string | null;
                        /** @description The version that you have read; another is answered with 409 */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default  */
                            name: string;
                            /** @default  */
                            headline: string;
                            /**
                             * @description Plain text as stories of achievements are
                             * @default
                             */
                            about: string;
                            /** @default [] */
                            links: {
                                label: string;
                                /** Format: uri */
                                url: string;
                            }[];
                            /**
                             * @description The site is at /portfolio/<slug>/; without one at /portfolio/, which one workspace can have
                             * @default null
                             */
                            slug: string | null;
                            /** @description 0 until it is saved first */
                            version: number;
                            /** @enum {string} */
                            state: "draft" | "published";
                            /** @description The version that the public sees; older than `version` if changes wait */
                            publishedVersion: number | null;
                            publishedAt: string | null;
                            updatedAt: string | null;
                            /** @description Where the public finds it; null while it is not published */
                            address: string | null;
                            publishedAchievements: number;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/portfolio/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the newest profile and all published achievements to everybody */
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
                        /** @description The version that you have read; another is answered with 409 */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default  */
                            name: string;
                            /** @default  */
                            headline: string;
                            /**
                             * @description Plain text as stories of achievements are
                             * @default
                             */
                            about: string;
                            /** @default [] */
                            links: {
                                label: string;
                                /** Format: uri */
                                url: string;
                            }[];
                            /**
                             * @description The site is at /portfolio/<slug>/; without one at /portfolio/, which one workspace can have
                             * @default null
                             */
                            slug: string | null;
                            /** @description 0 until it is saved first */
                            version: number;
                            /** @enum {string} */
                            state: "draft" | "published";
                            /** @description The version that the public sees; older than `version` if changes wait */
                            publishedVersion: number | null;
                            publishedAt: string | null;
                            updatedAt: string | null;
                            /** @description Where the public finds it; null while it is not published */
                            address: string | null;
                            publishedAchievements: number;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/portfolio/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the site away from the public; nothing is lost */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @default  */
                            name: string;
                            /** @default  */
                            headline: string;
                            /**
                             * @description Plain text as stories of achievements are
                             * @default
                             */
                            about: string;
                            /** @default [] */
                            links: {
                                label: string;
                                /** Format: uri */
                                url: string;
                            }[];
                            /**
                             * @description The site is at /portfolio/<slug>/; without one at /portfolio/, which one workspace can have
                             * @default null
                             */
                            slug: string | null;
                            /** @description 0 until it is saved first */
                            version: number;
                            /** @enum {string} */
                            state: "draft" | "published";
                            /** @description The version that the public sees; older than `version` if changes wait */
                            publishedVersion: number | null;
                            publishedAt: string | null;
                            updatedAt: string | null;
                            /** @description Where the public finds it; null while it is not published */
                            address: string | null;
                            publishedAchievements: number;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/portfolio/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The site as published, as a ZIP archive of a folder that works from a disk */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": unknown;
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": components["schemas"]["Problem"];
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
    "/api/v2/portfolio/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The portfolio as published, as PDF */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": unknown;
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": components["schemas"]["Problem"];
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
    "/api/v2/value/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What work comes to by author, repository, month or kind, in the order of those: nobody is ranked
         * @description An effect that several groups tell of is counted in the group of the earliest pull request. Names that somebody said to be one person’s are one author.
         */
        get: {
            parameters: {
                query: {
                    by: "author" | "repository" | "month" | "kind";
                    repository?: string;
                    /** @description A person, by any name; those that were said to be the same come along */
                    author?: string | string[];
                    kind?: string;
                    /** @description Merged at or after */
                    from?: string;
                    /** @description Merged before */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                key: string;
                                pullRequests: number;
                                /** @description How many of them maintainers would be expected to announce */
                                announced: {
                                    low: number;
                                    mid: number;
                                    high: number;
                                };
                                /** @description Hours, 90 % interval */
                                effort: {
                                    low: number;
                                    mid: number;
                                    high: number;
                                    estimated: number;
                                } | null;
                                significance: {
                                    quartiles: [
                                        number,
                                        number,
                                        number
                                    ] | null;
                                    /** @description How many lie from 0 to 10, from 10 to 20, and so on to 100 */
                                    readonly histogram: number[];
                                };
                                /** @description By months (UTC) in which anything was merged; for money by months ask `by=month` */
                                readonly trend: {
                                    month: string;
                                    pullRequests: number;
                                    /** @description How many of them maintainers would be expected to announce */
                                    announced: {
                                        low: number;
                                        mid: number;
                                        high: number;
                                    };
                                    /** @description Hours, 90 % interval */
                                    effort: {
                                        low: number;
                                        mid: number;
                                        high: number;
                                        estimated: number;
                                    } | null;
                                }[];
                                /** @description Null where no prices are declared */
                                value: {
                                    contextVersion: string;
                                    currency: string;
                                    /** @description So many of `of` have a value; the others are not worth 0 but unknown */
                                    valued: number;
                                    of: number;
                                    oneTime: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    } | null;
                                    recurring: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                        /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                        presentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                    } | null;
                                    /** @description Value for each unit spent, of those pull requests that have both */
                                    perCost: {
                                        pullRequests: number;
                                        cost: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        };
                                        oneTime: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                        recurringPresentValue: {
                                            p10: number;
                                            p50: number;
                                            p90: number;
                                        } | null;
                                    } | null;
                                    readonly duplicates: {
                                        id: string;
                                        quote: string;
                                        countedIn: string;
                                    }[];
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/value/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assess and price a pull request as it is described here; nothing is stored */
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
                        title: string;
                        body?: string;
                        author?: string;
                        coAuthors?: string[];
                        commitMessages?: string[];
                        additions?: number;
                        deletions?: number;
                        files?: {
                            path: string;
                            additions?: number;
                            deletions?: number;
                            previousPath?: string;
                        }[];
                        labels?: string[];
                        /** @description The declared type of change, where the title does not have it */
                        typePrefix?: string;
                        repository?: string;
                        /** @description Prices to try; without them those of the workspace */
                        context?: {
                            currency: string;
                            /** @default 12 */
                            horizonMonths?: number;
                            /**
                             * @description Null: an effect never fades
                             * @default 12
                             */
                            decayHalfLifeMonths?: number | null;
                            /**
                             * @description Per year
                             * @default 0
                             */
                            discountRate?: number;
                            /**
                             * @description What an hour costs, by role
                             * @default {}
                             */
                            rates?: {
                                [key: string]: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                            };
                            /** @description Whose hours effort and rework are; a key of `rates` */
                            authorRole?: string;
                            /**
                             * @description What one unit of another currency is worth in this one
                             * @default {}
                             */
                            exchangeRates?: {
                                [key: string]: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                            };
                            /** @default [] */
                            items?: {
                                name: string;
                                match: {
                                    repositories?: string[];
                                    /** @description One of them has to stand in the sentence of the claim, or in the title */
                                    words?: string[];
                                    metrics?: ("time" | "latency" | "throughput" | "speed" | "memory" | "size" | "cpu" | "cost" | "error_rate" | "allocations" | "instructions" | "overhead" | "requests" | "money" | "other")[];
                                };
                                /** @description Whose time it takes; a key of `rates` */
                                role?: string;
                                /** @description How many people it concerns */
                                people?: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                                runs?: {
                                    count: {
                                        /** @enum {string} */
                                        kind: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "uniform";
                                        low: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "triangular";
                                        low: number;
                                        mode: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "lognormal";
                                        p10: number;
                                        p90: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "skewed";
                                        p5: number;
                                        p50: number;
                                        p95: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "beta";
                                        a: number;
                                        b: number;
                                    };
                                    /** @enum {string} */
                                    per: "week" | "month" | "year";
                                    /**
                                     * @description Whether each of `people` runs it so often, or all of them together
                                     * @enum {string}
                                     */
                                    counted: "per-person" | "in-total";
                                };
                                /** @description How many people wait for one run, where runs are counted in total */
                                waiting?: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                                /** @description What one run took before */
                                takesSeconds?: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                                /** @description The part of saved time that people put to other use */
                                adoption?: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                                spend?: {
                                    perMonth: {
                                        /** @enum {string} */
                                        kind: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "uniform";
                                        low: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "triangular";
                                        low: number;
                                        mode: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "lognormal";
                                        p10: number;
                                        p90: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "skewed";
                                        p5: number;
                                        p50: number;
                                        p95: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "beta";
                                        a: number;
                                        b: number;
                                    };
                                    /** @description By what share spend falls when the metric falls by all of it; 1 for money itself */
                                    elasticity?: {
                                        [key: string]: {
                                            /** @enum {string} */
                                            kind: "fixed";
                                            value: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "uniform";
                                            low: number;
                                            high: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "triangular";
                                            low: number;
                                            mode: number;
                                            high: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "lognormal";
                                            p10: number;
                                            p90: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "skewed";
                                            p5: number;
                                            p50: number;
                                            p95: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "beta";
                                            a: number;
                                            b: number;
                                        };
                                    };
                                };
                                incidents?: {
                                    perYear?: {
                                        /** @enum {string} */
                                        kind: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "uniform";
                                        low: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "triangular";
                                        low: number;
                                        mode: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "lognormal";
                                        p10: number;
                                        p90: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "skewed";
                                        p5: number;
                                        p50: number;
                                        p95: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "beta";
                                        a: number;
                                        b: number;
                                    };
                                    cost: {
                                        /** @enum {string} */
                                        kind: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "uniform";
                                        low: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "triangular";
                                        low: number;
                                        mode: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "lognormal";
                                        p10: number;
                                        p90: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "skewed";
                                        p5: number;
                                        p50: number;
                                        p95: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "beta";
                                        a: number;
                                        b: number;
                                    };
                                };
                                risk?: {
                                    /** @description By how much one closed advisory lowers the chance of the loss */
                                    probabilityPerYear: {
                                        /** @enum {string} */
                                        kind: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "uniform";
                                        low: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "triangular";
                                        low: number;
                                        mode: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "lognormal";
                                        p10: number;
                                        p90: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "skewed";
                                        p5: number;
                                        p50: number;
                                        p95: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "beta";
                                        a: number;
                                        b: number;
                                    };
                                    loss: {
                                        /** @enum {string} */
                                        kind: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "uniform";
                                        low: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "triangular";
                                        low: number;
                                        mode: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "lognormal";
                                        p10: number;
                                        p90: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "skewed";
                                        p5: number;
                                        p50: number;
                                        p95: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "beta";
                                        a: number;
                                        b: number;
                                    };
                                };
                                delay?: {
                                    costPerWeek: {
                                        /** @enum {string} */
                                        kind: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "uniform";
                                        low: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "triangular";
                                        low: number;
                                        mode: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "lognormal";
                                        p10: number;
                                        p90: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "skewed";
                                        p5: number;
                                        p50: number;
                                        p95: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "beta";
                                        a: number;
                                        b: number;
                                    };
                                };
                            }[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kind: {
                                label: string;
                                probability: number;
                                /** @enum {string} */
                                by: "declared" | "label" | "model";
                                evidence: string;
                            };
                            significance: {
                                /** @description 0 to 100: the chance in per cent that maintainers would announce it; not money */
                                score: number;
                                low: number;
                                high: number;
                                readonly reasons: {
                                    reason: string;
                                    contribution: number;
                                    evidence: string;
                                }[];
                            };
                            effort: {
                                /** @enum {string} */
                                status: "estimated";
                                hours: number;
                                readonly interval50: [
                                    number,
                                    number
                                ];
                                readonly interval90: [
                                    number,
                                    number
                                ];
                                readonly counted: {
                                    fileClass: string;
                                    files: number;
                                    lines: number;
                                    weight: number;
                                }[];
                                readonly leftOut: {
                                    path: string;
                                    lines: number | null;
                                    why: string;
                                }[];
                                leftOutFiles: number;
                                widenedBecause: string | null;
                            } | {
                                /** @enum {string} */
                                status: "unknown";
                                because: string;
                            };
                            readonly claims: ({
                                /**
                                 * @description Where it stands
                                 * @enum {string}
                                 */
                                field: "title" | "body" | "commit" | "text";
                                start: number;
                                end: number;
                                /** @description The field from `start` to `end`, to the letter */
                                text: string;
                                metric: string;
                                /** @enum {string} */
                                effect: "improvement" | "regression";
                                value: (number | [
                                    number,
                                    number
                                ]) | null;
                                unit: string | null;
                                baseline: {
                                    value: number;
                                    unit: string | null;
                                } | null;
                                after: {
                                    value: number;
                                    unit: string | null;
                                } | null;
                                /** @description Only what is `done` counts; a `regression` counts against */
                                modality: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            value: {
                                /** @enum {string} */
                                status: "valued";
                                contextVersion: string;
                                currency: string;
                                /** @description Once; never added to what recurs */
                                oneTime: {
                                    p10: number;
                                    p50: number;
                                    p90: number;
                                } | null;
                                /** @description By the year */
                                recurring: {
                                    p10: number;
                                    p50: number;
                                    p90: number;
                                    /** @description What the yearly amount comes to until the horizon, fading and discounted */
                                    presentValue: {
                                        p10: number;
                                        p50: number;
                                        p90: number;
                                    };
                                } | null;
                                readonly parts: {
                                    p10: number;
                                    p50: number;
                                    p90: number;
                                    mechanism: string;
                                    /** @enum {string} */
                                    stream: "one-time" | "recurring";
                                    sign: 1 | -1;
                                    /** @description The item of the context whose prices were used */
                                    item: string | null;
                                    matchedBy: string | null;
                                    /** @description The words that state the quantity */
                                    quote: string;
                                    formula: string;
                                    readonly inputs: ({
                                        name: string;
                                        distribution: {
                                            [key: string]: unknown;
                                        };
                                        /** @enum {string} */
                                        source: "quote" | "context" | "default" | "facts";
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                }[];
                                /** @description What was taken back when it was reverted */
                                readonly clawedBack: {
                                    p10: number;
                                    p50: number;
                                    p90: number;
                                    mechanism: string;
                                    /** @enum {string} */
                                    stream: "one-time" | "recurring";
                                    sign: 1 | -1;
                                    /** @description The item of the context whose prices were used */
                                    item: string | null;
                                    matchedBy: string | null;
                                    /** @description The words that state the quantity */
                                    quote: string;
                                    formula: string;
                                    readonly inputs: ({
                                        name: string;
                                        distribution: {
                                            [key: string]: unknown;
                                        };
                                        /** @enum {string} */
                                        source: "quote" | "context" | "default" | "facts";
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                }[];
                                /** @description Hours of work times their price; not taken off the value */
                                cost: {
                                    p10: number;
                                    p50: number;
                                    p90: number;
                                } | null;
                                /** @description The result with one input at its 10th or 90th percentile and the others at their medians */
                                readonly tornado: {
                                    input: string;
                                    stream: string;
                                    low: number;
                                    high: number;
                                }[];
                                readonly leftOut: string[];
                            } | {
                                /** @enum {string} */
                                status: "not-valued";
                                readonly because: string[];
                            };
                            /** @description Names and versions of what made it */
                            method: string;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/value/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the workspace assumes about prices and people: the newest version, or an earlier one */
        get: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            context: {
                                [key: string]: unknown;
                            };
                            /** @description The id of the key */
                            declaredBy: string;
                            declaredAt: string;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Declare prices and who is concerned, as a new version; all values are told under it from now on */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    /**
                     * @example {
                     *       "currency": "USD",
                     *       "horizonMonths": 12,
                     *       "decayHalfLifeMonths": 12,
                     *       "discountRate": 0,
                     *       "rates": {
                     *         "engineer": {
                     *           "kind": "triangular",
                     *           "low": 60,
                     *           "mode": 90,
                     *           "high": 140
                     *         }
                     *       },
                     *       "authorRole": "engineer",
                     *       "exchangeRates": {},
                     *       "items": [
                     *         {
                     *           "name": "continuous integration",
                     *           "match": {
                     *             "words": [
                     *               "ci",
                     *               "pipeline",
                     *               "build",
                     *               "test suite"
                     *             ]
                     *           },
                     *           "role": "engineer",
                     *           "people": {
                     *             "kind": "fixed",
                     *             "value": 20
                     *           },
                     *           "runs": {
                     *             "count": {
                     *               "kind": "lognormal",
                     *               "p10": 40,
                     *               "p90": 80
                     *             },
                     *             "per": "month",
                     *             "counted": "per-person"
                     *           },
                     *           "takesSeconds": {
                     *             "kind": "uniform",
                     *             "low": 600,
                     *             "high": 900
                     *           }
                     *         },
                     *         {
                     *           "name": "hosting",
                     *           "match": {
                     *             "words": [
                     *               "memory",
                     *               "heap",
                     *               "hosting",
                     *               "cpu"
                     *             ]
                     *           },
                     *           "spend": {
                     *             "perMonth": {
                     *               "kind": "triangular",
                     *               "low": 8000,
                     *               "mode": 10000,
                     *               "high": 12000
                     *             },
                     *             "elasticity": {
                     *               "memory": {
                     *                 "kind": "uniform",
                     *                 "low": 0.2,
                     *                 "high": 0.6
                     *               },
                     *               "cpu": {
                     *                 "kind": "uniform",
                     *                 "low": 0.3,
                     *                 "high": 0.8
                     *               }
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "name": "checkout",
                     *           "match": {
                     *             "words": [
                     *               "checkout",
                     *               "payment"
                     *             ]
                     *           },
                     *           "incidents": {
                     *             "perYear": {
                     *               "kind": "lognormal",
                     *               "p10": 6,
                     *               "p90": 20
                     *             },
                     *             "cost": {
                     *               "kind": "lognormal",
                     *               "p10": 500,
                     *               "p90": 4000
                     *             }
                     *           },
                     *           "risk": {
                     *             "probabilityPerYear": {
                     *               "kind": "beta",
                     *               "a": 1,
                     *               "b": 60
                     *             },
                     *             "loss": {
                     *               "kind": "lognormal",
                     *               "p10": 20000,
                     *               "p90": 400000
                     *             }
                     *           },
                     *           "delay": {
                     *             "costPerWeek": {
                     *               "kind": "triangular",
                     *               "low": 1000,
                     *               "mode": 4000,
                     *               "high": 9000
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        currency: string;
                        /** @default 12 */
                        horizonMonths?: number;
                        /**
                         * @description Null: an effect never fades
                         * @default 12
                         */
                        decayHalfLifeMonths?: number | null;
                        /**
                         * @description Per year
                         * @default 0
                         */
                        discountRate?: number;
                        /**
                         * @description What an hour costs, by role
                         * @default {}
                         */
                        rates?: {
                            [key: string]: {
                                /** @enum {string} */
                                kind: "fixed";
                                value: number;
                            } | {
                                /** @enum {string} */
                                kind: "uniform";
                                low: number;
                                high: number;
                            } | {
                                /** @enum {string} */
                                kind: "triangular";
                                low: number;
                                mode: number;
                                high: number;
                            } | {
                                /** @enum {string} */
                                kind: "lognormal";
                                p10: number;
                                p90: number;
                            } | {
                                /** @enum {string} */
                                kind: "skewed";
                                p5: number;
                                p50: number;
                                p95: number;
                            } | {
                                /** @enum {string} */
                                kind: "beta";
                                a: number;
                                b: number;
                            };
                        };
                        /** @description Whose hours effort and rework are; a key of `rates` */
                        authorRole?: string;
                        /**
                         * @description What one unit of another currency is worth in this one
                         * @default {}
                         */
                        exchangeRates?: {
                            [key: string]: {
                                /** @enum {string} */
                                kind: "fixed";
                                value: number;
                            } | {
                                /** @enum {string} */
                                kind: "uniform";
                                low: number;
                                high: number;
                            } | {
                                /** @enum {string} */
                                kind: "triangular";
                                low: number;
                                mode: number;
                                high: number;
                            } | {
                                /** @enum {string} */
                                kind: "lognormal";
                                p10: number;
                                p90: number;
                            } | {
                                /** @enum {string} */
                                kind: "skewed";
                                p5: number;
                                p50: number;
                                p95: number;
                            } | {
                                /** @enum {string} */
                                kind: "beta";
                                a: number;
                                b: number;
                            };
                        };
                        /** @default [] */
                        items?: {
                            name: string;
                            match: {
                                repositories?: string[];
                                /** @description One of them has to stand in the sentence of the claim, or in the title */
                                words?: string[];
                                metrics?: ("time" | "latency" | "throughput" | "speed" | "memory" | "size" | "cpu" | "cost" | "error_rate" | "allocations" | "instructions" | "overhead" | "requests" | "money" | "other")[];
                            };
                            /** @description Whose time it takes; a key of `rates` */
                            role?: string;
                            /** @description How many people it concerns */
                            people?: {
                                /** @enum {string} */
                                kind: "fixed";
                                value: number;
                            } | {
                                /** @enum {string} */
                                kind: "uniform";
                                low: number;
                                high: number;
                            } | {
                                /** @enum {string} */
                                kind: "triangular";
                                low: number;
                                mode: number;
                                high: number;
                            } | {
                                /** @enum {string} */
                                kind: "lognormal";
                                p10: number;
                                p90: number;
                            } | {
                                /** @enum {string} */
                                kind: "skewed";
                                p5: number;
                                p50: number;
                                p95: number;
                            } | {
                                /** @enum {string} */
                                kind: "beta";
                                a: number;
                                b: number;
                            };
                            runs?: {
                                count: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                                /** @enum {string} */
                                per: "week" | "month" | "year";
                                /**
                                 * @description Whether each of `people` runs it so often, or all of them together
                                 * @enum {string}
                                 */
                                counted: "per-person" | "in-total";
                            };
                            /** @description How many people wait for one run, where runs are counted in total */
                            waiting?: {
                                /** @enum {string} */
                                kind: "fixed";
                                value: number;
                            } | {
                                /** @enum {string} */
                                kind: "uniform";
                                low: number;
                                high: number;
                            } | {
                                /** @enum {string} */
                                kind: "triangular";
                                low: number;
                                mode: number;
                                high: number;
                            } | {
                                /** @enum {string} */
                                kind: "lognormal";
                                p10: number;
                                p90: number;
                            } | {
                                /** @enum {string} */
                                kind: "skewed";
                                p5: number;
                                p50: number;
                                p95: number;
                            } | {
                                /** @enum {string} */
                                kind: "beta";
                                a: number;
                                b: number;
                            };
                            /** @description What one run took before */
                            takesSeconds?: {
                                /** @enum {string} */
                                kind: "fixed";
                                value: number;
                            } | {
                                /** @enum {string} */
                                kind: "uniform";
                                low: number;
                                high: number;
                            } | {
                                /** @enum {string} */
                                kind: "triangular";
                                low: number;
                                mode: number;
                                high: number;
                            } | {
                                /** @enum {string} */
                                kind: "lognormal";
                                p10: number;
                                p90: number;
                            } | {
                                /** @enum {string} */
                                kind: "skewed";
                                p5: number;
                                p50: number;
                                p95: number;
                            } | {
                                /** @enum {string} */
                                kind: "beta";
                                a: number;
                                b: number;
                            };
                            /** @description The part of saved time that people put to other use */
                            adoption?: {
                                /** @enum {string} */
                                kind: "fixed";
                                value: number;
                            } | {
                                /** @enum {string} */
                                kind: "uniform";
                                low: number;
                                high: number;
                            } | {
                                /** @enum {string} */
                                kind: "triangular";
                                low: number;
                                mode: number;
                                high: number;
                            } | {
                                /** @enum {string} */
                                kind: "lognormal";
                                p10: number;
                                p90: number;
                            } | {
                                /** @enum {string} */
                                kind: "skewed";
                                p5: number;
                                p50: number;
                                p95: number;
                            } | {
                                /** @enum {string} */
                                kind: "beta";
                                a: number;
                                b: number;
                            };
                            spend?: {
                                perMonth: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                                /** @description By what share spend falls when the metric falls by all of it; 1 for money itself */
                                elasticity?: {
                                    [key: string]: {
                                        /** @enum {string} */
                                        kind: "fixed";
                                        value: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "uniform";
                                        low: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "triangular";
                                        low: number;
                                        mode: number;
                                        high: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "lognormal";
                                        p10: number;
                                        p90: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "skewed";
                                        p5: number;
                                        p50: number;
                                        p95: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "beta";
                                        a: number;
                                        b: number;
                                    };
                                };
                            };
                            incidents?: {
                                perYear?: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                                cost: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                            };
                            risk?: {
                                /** @description By how much one closed advisory lowers the chance of the loss */
                                probabilityPerYear: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                                loss: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                            };
                            delay?: {
                                costPerWeek: {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "uniform";
                                    low: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "triangular";
                                    low: number;
                                    mode: number;
                                    high: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "lognormal";
                                    p10: number;
                                    p90: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "skewed";
                                    p5: number;
                                    p50: number;
                                    p95: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "beta";
                                    a: number;
                                    b: number;
                                };
                            };
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            context: {
                                [key: string]: unknown;
                            };
                            /** @description The id of the key */
                            declaredBy: string;
                            declaredAt: string;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/value/methodology": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How pull requests are assessed, with versions and limits */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            method: string;
                            parts: {
                                name: string;
                                answers: string;
                                readsFrom: string;
                                limits: string;
                            }[];
                            documentation: string;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/repositories/{id}/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a repository's source has against what is stored */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            repositoryId: string;
                            repository: string;
                            /** @enum {string} */
                            completeness: "collecting" | "complete" | "partial";
                            /** @description What the source says there is; null when it does not say */
                            expected: number | null;
                            /** @description Pull requests, without those that vanished */
                            stored: number;
                            /** @description Null when it is not known how much there is */
                            missing: number | null;
                            /** @description What pull requests are made of, counted over all of them */
                            connections: {
                                /** @enum {string} */
                                connection: "pull-requests" | "files" | "commits" | "reviews" | "labels" | "linked-issues" | "patch-ids";
                                /** @description What the source says there is; null when it does not say */
                                expected: number | null;
                                stored: number;
                                /** @description Null when it is not known how much there is */
                                missing: number | null;
                            }[];
                            gaps: {
                                total: number;
                                /** @description The first 500 */
                                items: {
                                    connection: string;
                                    /** @description The pull request concerned; null when it concerns the whole repository */
                                    number: number | null;
                                    sha: string | null;
                                    /** @description What the source says there is; null when it does not say */
                                    expected: number | null;
                                    found: number;
                                    reason: string;
                                    message: string;
                                    seenAt: string;
                                }[];
                            };
                            /** @description The newest 20 */
                            runs: {
                                /** Format: uuid */
                                jobId: string;
                                startedAt: string;
                                finishedAt: string | null;
                                /** @description Read from the beginning */
                                whole: boolean;
                                /** @description The history behind the last mark was gone */
                                rewritten: boolean;
                                /** @description What the source says there is; null when it does not say */
                                expected: number | null;
                                found: number;
                                changed: number;
                                head: string | null;
                                /** @enum {string} */
                                completeness: "collecting" | "complete" | "partial";
                            }[];
                            /** @description Pull requests that a rewritten history does not have any more */
                            vanished: number;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/authors/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget a person, in what is stored and in all that is collected later
         * @description Only what is named is forgotten. Names in alsoKnownAs are told this once; ask again for those that are the same person.
         */
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
                        email?: string;
                        /** @description Account name at GitHub */
                        login?: string;
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Pull requests in which something was changed */
                            pullRequests: number;
                            /** @description Reports that named them, which were removed */
                            reports: number;
                            /** @description Published achievements that told of their work or named them; they are drafts again */
                            achievements: number;
                            /** @description Jobs that index and score these again */
                            jobs: string[];
                            /** @description Names, and accounts as `@login`, that stood beside the same address or account: to be forgotten by name */
                            alsoKnownAs: string[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/authors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names that pull requests were written under, in the order of the names */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Every name that pull requests were written under, in the order of the names */
                            items: {
                                name: string;
                                pullRequests: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/authors/near-misses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of authors that may be one person’s and of which nobody has said so yet; nothing is merged */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                readonly names: [
                                    string,
                                    string
                                ];
                                because: string;
                                readonly pullRequests: [
                                    number,
                                    number
                                ];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/authors/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said of names: which are one person’s, and which are not */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                name: string;
                                /** @description Of `same`, the name that stands for `name` as well */
                                other: string;
                                /** @enum {string} */
                                verdict: "same" | "distinct";
                                /** @description The id of the key */
                                saidBy: string;
                                saidAt: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Say that names are one person’s, or two people’s; roll-ups and reports go by it from now on
         * @description Who was the same as one of the names comes along; what was said against it before is replaced.
         */
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
                        names: string[];
                        /** @description The name that stands for all of them */
                        sameAs: string;
                    } | {
                        distinct: [
                            string,
                            string
                        ];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                name: string;
                                /** @description Of `same`, the name that stands for `name` as well */
                                other: string;
                                /** @enum {string} */
                                verdict: "same" | "distinct";
                                /** @description The id of the key */
                                saidBy: string;
                                saidAt: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Take back what was said of two names */
        delete: {
            parameters: {
                query: {
                    name: string;
                    other: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `nextCursor` of the page before */
                    cursor?: string;
                    limit?: number;
                    name?: string;
                    /** @description Quarantined: read, but so badly that somebody should look before it is used */
                    status?: "received" | "converted" | "quarantined" | "rejected";
                    versions?: "newest" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @description Counts from 1 under a name */
                                version: number;
                                /** @description The version that holds */
                                isNewest: boolean;
                                /** @description SHA-256 of the bytes, in hexadecimal */
                                contentHash: string;
                                /** @description As the sender called it */
                                mediaType: string;
                                sizeBytes: number;
                                /**
                                 * @description Quarantined: read, but so badly that somebody should look before it is used
                                 * @enum {string}
                                 */
                                status: "received" | "converted" | "quarantined" | "rejected";
                                /** @description By its content, whatever its name; null until it is read */
                                format: string | null;
                                title: string | null;
                                /** @description ISO 639-1; null if it cannot be told */
                                language: string | null;
                                characters: number | null;
                                /** @description Pages, slides, sheets or parts */
                                pages: number | null;
                                /** @description 0 to 100, how well it came through its conversion */
                                score: number | null;
                                /** @description Why it was set aside or refused */
                                reasons: string[];
                                createdAt: string;
                                convertedAt: string | null;
                                /** @description When somebody let it out of quarantine */
                                releasedAt: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add documents, and convert those that are new
         * @description One part for each file, 50 MB at most, 20 at once; all are stored or none. PDF, DOCX, PPTX, XLSX, HTML, EPUB, Markdown, text, CSV, JSON, source code, e-mail and images, told by their content.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        file?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                document: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    /** @description Counts from 1 under a name */
                                    version: number;
                                    /** @description The version that holds */
                                    isNewest: boolean;
                                    /** @description SHA-256 of the bytes, in hexadecimal */
                                    contentHash: string;
                                    /** @description As the sender called it */
                                    mediaType: string;
                                    sizeBytes: number;
                                    /**
                                     * @description Quarantined: read, but so badly that somebody should look before it is used
                                     * @enum {string}
                                     */
                                    status: "received" | "converted" | "quarantined" | "rejected";
                                    /** @description By its content, whatever its name; null until it is read */
                                    format: string | null;
                                    title: string | null;
                                    /** @description ISO 639-1; null if it cannot be told */
                                    language: string | null;
                                    characters: number | null;
                                    /** @description Pages, slides, sheets or parts */
                                    pages: number | null;
                                    /** @description 0 to 100, how well it came through its conversion */
                                    score: number | null;
                                    /** @description Why it was set aside or refused */
                                    reasons: string[];
                                    createdAt: string;
                                    convertedAt: string | null;
                                    /** @description When somebody let it out of quarantine */
                                    releasedAt: string | null;
                                };
                                /**
                                 * @description New-version: other bytes under a name that was there. Known: the same bytes are stored already. Returned: they were an older version, and are the newest again
                                 * @enum {string}
                                 */
                                outcome: "new" | "new-version" | "returned" | "known";
                                /** @description The job that converts it */
                                job: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                document: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    /** @description Counts from 1 under a name */
                                    version: number;
                                    /** @description The version that holds */
                                    isNewest: boolean;
                                    /** @description SHA-256 of the bytes, in hexadecimal */
                                    contentHash: string;
                                    /** @description As the sender called it */
                                    mediaType: string;
                                    sizeBytes: number;
                                    /**
                                     * @description Quarantined: read, but so badly that somebody should look before it is used
                                     * @enum {string}
                                     */
                                    status: "received" | "converted" | "quarantined" | "rejected";
                                    /** @description By its content, whatever its name; null until it is read */
                                    format: string | null;
                                    title: string | null;
                                    /** @description ISO 639-1; null if it cannot be told */
                                    language: string | null;
                                    characters: number | null;
                                    /** @description Pages, slides, sheets or parts */
                                    pages: number | null;
                                    /** @description 0 to 100, how well it came through its conversion */
                                    score: number | null;
                                    /** @description Why it was set aside or refused */
                                    reasons: string[];
                                    createdAt: string;
                                    convertedAt: string | null;
                                    /** @description When somebody let it out of quarantine */
                                    releasedAt: string | null;
                                };
                                /**
                                 * @description New-version: other bytes under a name that was there. Known: the same bytes are stored already. Returned: they were an older version, and are the newest again
                                 * @enum {string}
                                 */
                                outcome: "new" | "new-version" | "returned" | "known";
                                /** @description The job that converts it */
                                job: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One document with its text, where that came from, its quality and what was lost */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @description Counts from 1 under a name */
                            version: number;
                            /** @description The version that holds */
                            isNewest: boolean;
                            /** @description SHA-256 of the bytes, in hexadecimal */
                            contentHash: string;
                            /** @description As the sender called it */
                            mediaType: string;
                            sizeBytes: number;
                            /**
                             * @description Quarantined: read, but so badly that somebody should look before it is used
                             * @enum {string}
                             */
                            status: "received" | "converted" | "quarantined" | "rejected";
                            /** @description By its content, whatever its name; null until it is read */
                            format: string | null;
                            title: string | null;
                            /** @description ISO 639-1; null if it cannot be told */
                            language: string | null;
                            characters: number | null;
                            /** @description Pages, slides, sheets or parts */
                            pages: number | null;
                            /** @description 0 to 100, how well it came through its conversion */
                            score: number | null;
                            /** @description Why it was set aside or refused */
                            reasons: string[];
                            createdAt: string;
                            convertedAt: string | null;
                            /** @description When somebody let it out of quarantine */
                            releasedAt: string | null;
                            /** @description Canonical text; all offsets count its UTF-16 units */
                            text: string | null;
                            metadata: {
                                [key: string]: string;
                            };
                            /** @description Page, slide, sheet, part, line or region that each span came from */
                            map: ({
                                start: number;
                                end: number;
                            } & {
                                [key: string]: unknown;
                            })[];
                            blocks: {
                                start: number;
                                end: number;
                                kind: string;
                                level?: number;
                                path: string[];
                            }[];
                            /** @description Confidence of recognised pages and words, 0 to 100 */
                            ocr: {
                                language: string;
                                pages: ({
                                    page: number;
                                    confidence: number;
                                } & {
                                    [key: string]: unknown;
                                })[];
                            } | null;
                            /** @description What the source holds and the text does not */
                            losses: ({
                                kind: string;
                                note: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            quality: ({
                                score: number;
                                /** @description The points add up to the score, and the weights to 100 */
                                contributions: {
                                    name: string;
                                    weight: number;
                                    points: number;
                                    note: string;
                                }[];
                            } & {
                                [key: string]: unknown;
                            }) | null;
                            gate: {
                                /** @enum {string} */
                                verdict: "accept" | "quarantine" | "reject";
                                reasons: {
                                    rule: string;
                                    verdict: string;
                                    value: number;
                                    limit: number;
                                    text: string;
                                }[];
                            } | null;
                            /** @description Why it could not be read */
                            rejection: {
                                code: string;
                                message: string;
                            } | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Remove a version of a document and all that was derived from it
         * @description Its bytes, its text and jobs that convert it; the version before holds again, if there is one.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/documents/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a document out of quarantine
         * @description It counts as converted from now on, also when it is converted again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @description Counts from 1 under a name */
                            version: number;
                            /** @description The version that holds */
                            isNewest: boolean;
                            /** @description SHA-256 of the bytes, in hexadecimal */
                            contentHash: string;
                            /** @description As the sender called it */
                            mediaType: string;
                            sizeBytes: number;
                            /**
                             * @description Quarantined: read, but so badly that somebody should look before it is used
                             * @enum {string}
                             */
                            status: "received" | "converted" | "quarantined" | "rejected";
                            /** @description By its content, whatever its name; null until it is read */
                            format: string | null;
                            title: string | null;
                            /** @description ISO 639-1; null if it cannot be told */
                            language: string | null;
                            characters: number | null;
                            /** @description Pages, slides, sheets or parts */
                            pages: number | null;
                            /** @description 0 to 100, how well it came through its conversion */
                            score: number | null;
                            /** @description Why it was set aside or refused */
                            reasons: string[];
                            createdAt: string;
                            convertedAt: string | null;
                            /** @description When somebody let it out of quarantine */
                            releasedAt: string | null;
                            /** @description Canonical text; all offsets count its UTF-16 units */
                            text: string | null;
                            metadata: {
                                [key: string]: string;
                            };
                            /** @description Page, slide, sheet, part, line or region that each span came from */
                            map: ({
                                start: number;
                                end: number;
                            } & {
                                [key: string]: unknown;
                            })[];
                            blocks: {
                                start: number;
                                end: number;
                                kind: string;
                                level?: number;
                                path: string[];
                            }[];
                            /** @description Confidence of recognised pages and words, 0 to 100 */
                            ocr: {
                                language: string;
                                pages: ({
                                    page: number;
                                    confidence: number;
                                } & {
                                    [key: string]: unknown;
                                })[];
                            } | null;
                            /** @description What the source holds and the text does not */
                            losses: ({
                                kind: string;
                                note: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            quality: ({
                                score: number;
                                /** @description The points add up to the score, and the weights to 100 */
                                contributions: {
                                    name: string;
                                    weight: number;
                                    points: number;
                                    note: string;
                                }[];
                            } & {
                                [key: string]: unknown;
                            }) | null;
                            gate: {
                                /** @enum {string} */
                                verdict: "accept" | "quarantine" | "reject";
                                reasons: {
                                    rule: string;
                                    verdict: string;
                                    value: number;
                                    limit: number;
                                    text: string;
                                }[];
                            } | null;
                            /** @description Why it could not be read */
                            rejection: {
                                code: string;
                                message: string;
                            } | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/documents/{id}/chunks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cut a document by any strategy, to compare them
         * @description Offsets into its text, of the first 100,000 characters. Nothing is stored. A document without a text has no chunks.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Documents are stored as recursive cuts them, and source code as code does */
                    strategy?: "fixed" | "sentence" | "recursive" | "code" | "diff" | "semantic";
                    maxTokens?: number;
                    overlapTokens?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            strategy: "fixed" | "sentence" | "recursive" | "code" | "diff" | "semantic";
                            /** @description How much of the text was cut, from its beginning */
                            characters: number;
                            /** @description That was all of it */
                            isWhole: boolean;
                            /** @description How it was cut: tokens of the chunks, and shares of characters and chunks */
                            shape: {
                                chunks: number;
                                coverage: number | null;
                                repeated: number | null;
                                endsWhole: number | null;
                                placed: number | null;
                            } & {
                                [key: string]: unknown;
                            };
                            items: {
                                index: number;
                                /** @description UTF-16 offset into the text of the document */
                                start: number;
                                end: number;
                                tokens: number;
                                /** @description Headings above it; for a diff its file and hunk, for code what it is nested in */
                                path: string[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/document-gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The limits of the quality gate, and where their defaults come from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rules: {
                                rule: string;
                                /** @description Null switches the step off */
                                quarantine: number | null;
                                /** @description Null switches the step off */
                                reject: number | null;
                                source: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Set limits of the quality gate; all others get their defaults
         * @description For conversions from now on. A job of kind convert judges a stored document anew.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default {} */
                        score?: {
                            /** @default 60 */
                            quarantine?: number | null;
                            /** @default 30 */
                            reject?: number | null;
                        };
                        /** @default {} */
                        coverage?: {
                            /** @default 0.8 */
                            quarantine?: number | null;
                            /** @default 0.3 */
                            reject?: number | null;
                        };
                        /** @default {} */
                        garbage?: {
                            /** @default 0.02 */
                            quarantine?: number | null;
                            /** @default 0.2 */
                            reject?: number | null;
                        };
                        /** @default {} */
                        mojibake?: {
                            /** @default 0.01 */
                            quarantine?: number | null;
                            /** @default 0.2 */
                            reject?: number | null;
                        };
                        /** @default {} */
                        ocrConfidence?: {
                            /** @default 75 */
                            quarantine?: number | null;
                            /** @default 40 */
                            reject?: number | null;
                        };
                        /** @default {} */
                        ocrWorstPage?: {
                            /** @default 60 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        wordShape?: {
                            /** @default 0.7 */
                            quarantine?: number | null;
                            /** @default 0.4 */
                            reject?: number | null;
                        };
                        /** @default {} */
                        fewestWords?: {
                            /** @default null */
                            quarantine?: number | null;
                            /** @default 1 */
                            reject?: number | null;
                        };
                        /** @default {} */
                        mostWords?: {
                            /** @default null */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        shortestMeanWord?: {
                            /** @default 3 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        longestMeanWord?: {
                            /** @default 10 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        symbols?: {
                            /** @default 0.1 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        bullets?: {
                            /** @default 0.9 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        ellipses?: {
                            /** @default 0.3 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        letterWords?: {
                            /** @default 0.8 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        stopWords?: {
                            /** @default 2 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        sentences?: {
                            /** @default 3 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        placeholders?: {
                            /** @default 0 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        punctuatedLines?: {
                            /** @default 0.12 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        duplicateLines?: {
                            /** @default 0.1 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                        /** @default {} */
                        shortLines?: {
                            /** @default 0.67 */
                            quarantine?: number | null;
                            /** @default null */
                            reject?: number | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rules: {
                                rule: string;
                                /** @description Null switches the step off */
                                quarantine: number | null;
                                /** @description Null switches the step off */
                                reject: number | null;
                                source: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/traces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Traces that have a span as described, the newest first
         * @description All that is said must hold for one and the same span.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `nextCursor` of the page before */
                    cursor?: string;
                    limit?: number;
                    /** @description Name of an attribute that the span has */
                    attribute?: string;
                    /** @description What that attribute is */
                    value?: string;
                    /** @description Part of the span's name */
                    name?: string;
                    service?: string;
                    minDurationMs?: number;
                    /** @description Only with a span that failed */
                    errors?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                traceId: string;
                                /** @description Name of the span that began it */
                                rootName: string;
                                service: string;
                                startedAt: string;
                                durationMs: number;
                                spans: number;
                                errors: number;
                                /** @description The first job of it */
                                jobId: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/jobs/{id}/spans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The spans of a job and of all it spawned, with the waits and attempts that the ledger knows */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description By their start, at most 5,000 */
                            spans: {
                                traceId: string;
                                spanId: string;
                                parentSpanId: string | null;
                                service: string;
                                name: string;
                                kind: string;
                                /** @description Nanoseconds since 1970 */
                                startedAtNs: string;
                                durationNs: string;
                                status: string;
                                statusMessage: string | null;
                                attributes: {
                                    [key: string]: unknown;
                                };
                                events: unknown[];
                                links: unknown[];
                            }[];
                            /** @description There are more spans or jobs than are told */
                            truncated: boolean;
                            /** @description The job and all it spawned, in the order of creation, at most 5,000 */
                            jobs: {
                                /** Format: uuid */
                                jobId: string;
                                parentId: string | null;
                                kind: string;
                                /** @enum {string} */
                                state: "scheduled" | "queued" | "running" | "retrying" | "succeeded" | "failed" | "cancelled";
                                attempts: {
                                    attempt: number;
                                    startedAt: string;
                                    finishedAt: string | null;
                                    /** @enum {string} */
                                    outcome: "succeeded" | "failed" | "cancelled" | "released" | "parked" | "crashed" | "running";
                                }[];
                                /** @description How long the newest run waited from when it could start, or waits by now; null while it may not start */
                                queueWaitMs: number | null;
                                enqueuedAt: string | null;
                                createdAt: string;
                                startedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/traces/{traceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The spans of a trace, by their start */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    traceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            traceId: string;
                            spans: {
                                traceId: string;
                                spanId: string;
                                parentSpanId: string | null;
                                service: string;
                                name: string;
                                kind: string;
                                /** @description Nanoseconds since 1970 */
                                startedAtNs: string;
                                durationNs: string;
                                status: string;
                                statusMessage: string | null;
                                attributes: {
                                    [key: string]: unknown;
                                };
                                events: unknown[];
                                links: unknown[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                scopes: string[];
                                createdAt: string;
                                lastUsedAt: string | null;
                                revokedAt: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make an API key; it is shown this once */
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
                        scopes: ("read" | "submit" | "admin")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            key: string;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v2/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key; it is refused within three seconds */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link that signs a person in at the console: once, within ten minutes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            path: string;
                        };
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
    "/api/v2/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, and what they may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            workspace: string;
                            /** @description As it is told where somebody has said something */
                            keyId: string;
                            scopes: ("read" | "submit" | "admin")[];
                            /** @description When the session at the console ends; null for a key */
                            until: string | null;
                            /** @description Of the gateway */
                            version: string;
                            /** @description Where Jaeger shows traces, if there is one */
                            jaegerUrl: string | null;
                        };
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ProblemInput: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            code: string;
            errors?: {
                field: string;
                message: string;
            }[];
            traceId?: string;
        } & {
            [key: string]: unknown;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            code: string;
            errors?: {
                field: string;
                message: string;
            }[];
            traceId?: string;
        } & {
            [key: string]: unknown;
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
