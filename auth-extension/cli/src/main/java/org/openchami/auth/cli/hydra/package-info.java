/** Hydra's admin API. */
package org.openchami.auth.cli.hydra;
