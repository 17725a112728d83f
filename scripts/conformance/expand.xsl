<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes patterns of abstract ones and rules of abstract ones (ISO/IEC 19757-3:2016, 5.4.10 and 5.4.12), and keeps the default phase. -->
<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:segur-preuves:conformance" exclude-result-prefixes="xs f">
  <xsl:key name="patterns" match="sch:pattern[@abstract = 'true']" use="@id"/>
  <xsl:key name="rules" match="sch:rule[@abstract = 'true']" use="@id"/>

  <xsl:template match="@* | node()">
    <xsl:param name="parameters" as="element()*" tunnel="yes"/>
    <xsl:copy><xsl:apply-templates select="@* | node()"/></xsl:copy>
  </xsl:template>
  <xsl:template match="@test | @context | @value | @select | @path">
    <xsl:param name="parameters" as="element()*" tunnel="yes"/>
    <xsl:attribute name="{name()}" select="f:replaced(., $parameters)"/>
  </xsl:template>

  <xsl:template match="/sch:schema">
    <xsl:variable name="phase" select="sch:phase[@id = current()/@defaultPhase]"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:copy-of select="sch:ns"/>
      <!-- Variables of all patterns are seen in all of the schema. -->
      <xsl:for-each select="sch:let | sch:pattern[not(@abstract = 'true')][not(@is-a)]/sch:let">
        <xsl:variable name="name" select="normalize-space(@name)"/>
        <xsl:if test="not(following::sch:let[parent::sch:schema or parent::sch:pattern[not(@abstract = 'true')]][normalize-space(@name) = $name])">
          <sch:let name="{$name}" value="{@value}"/>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="sch:pattern[not(@abstract = 'true')][not($phase) or @id = $phase/sch:active/@pattern]">
        <xsl:variable name="model" select="if (@is-a) then key('patterns', @is-a) else ."/>
        <xsl:variable name="parameters" as="element()*">
          <xsl:perform-sort select="sch:param"><xsl:sort select="string-length(normalize-space(@name))" order="descending"/></xsl:perform-sort>
        </xsl:variable>
        <sch:pattern id="{@id}">
          <xsl:apply-templates select="$model[1]/sch:rule[not(@abstract = 'true')]">
            <xsl:with-param name="parameters" select="$parameters" tunnel="yes"/>
          </xsl:apply-templates>
        </sch:pattern>
      </xsl:for-each>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="sch:extends"><xsl:apply-templates select="key('rules', @rule)[1]/node()"/></xsl:template>

  <!-- Parameters are text put in place of text. -->
  <xsl:function name="f:replaced" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="parameters" as="element()*"/>
    <xsl:variable name="first" select="$parameters[1]"/>
    <xsl:sequence select="if (not($first)) then $text else f:replaced(replace($text,
      concat('\$', replace(normalize-space($first/@name), '([.])', '\\$1')),
      replace(replace($first/@value, '\\', '\\\\'), '\$', '\\\$')), subsequence($parameters, 2))"/>
  </xsl:function>
</xsl:stylesheet>
