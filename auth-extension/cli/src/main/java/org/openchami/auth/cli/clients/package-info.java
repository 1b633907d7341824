/** The commands that list, show and delete the clients that services registered. */
package org.openchami.auth.cli.clients;
