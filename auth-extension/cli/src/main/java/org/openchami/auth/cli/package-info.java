/** What an operator does by hand: each group of commands has a package of its own. */
package org.openchami.auth.cli;
