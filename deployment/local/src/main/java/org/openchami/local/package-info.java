/** The local run: Hydra, PostgreSQL, smd and bss as processes of this machine, loaded, tried and watched. */
package org.openchami.local;
